/** What a gate check costs through the gateway. */
@NullMarked
package dev.interlock.benchmarks.gate;

import org.jspecify.annotations.NullMarked;
