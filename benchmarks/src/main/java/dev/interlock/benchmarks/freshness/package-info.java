/** How soon an answered approval opens the gate. */
@NullMarked
package dev.interlock.benchmarks.freshness;

import org.jspecify.annotations.NullMarked;
