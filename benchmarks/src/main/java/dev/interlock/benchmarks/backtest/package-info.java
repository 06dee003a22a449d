/**
 * How long a draft of a rule takes to be put to all that was asked of the gate in a year, read from
 * the audit log.
 */
@NullMarked
package dev.interlock.benchmarks.backtest;

import org.jspecify.annotations.NullMarked;
