/** A year of deployments, on record. */
@NullMarked
package dev.interlock.benchmarks.record;

import org.jspecify.annotations.NullMarked;
