/**
 * The gate: proves that the facts are fresh enough, decides, answers and keeps the answer; else
 * 503.
 */
@NullMarked
package dev.interlock.rules.read.gate;

import org.jspecify.annotations.NullMarked;
