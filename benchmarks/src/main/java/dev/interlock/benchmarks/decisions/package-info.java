/**
 * What one decision costs, next to what other rule engines need for the same one. An estate of
 * products has rules that all engines can express; every engine answers the same questions, and
 * must answer them alike before anything is measured.
 */
@NullMarked
package dev.interlock.benchmarks.decisions;

import org.jspecify.annotations.NullMarked;
