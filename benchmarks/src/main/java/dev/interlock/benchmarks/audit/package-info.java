/** The audit log made anew, against a bulk copy of its rows. */
@NullMarked
package dev.interlock.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
