/**
 * Measures Interlock side by side with the simplest thing that does the same work, in one run on
 * one machine, and writes {@code benchmarks/RESULTS.md}. Ratios travel between machines, seconds do
 * not. Owns no production code and runs in no build; {@code ./interlock bench} starts it.
 */
@NullMarked
package dev.interlock.benchmarks;

import org.jspecify.annotations.NullMarked;
