/** How soon an installation is ready again. */
@NullMarked
package dev.interlock.benchmarks.start;

import org.jspecify.annotations.NullMarked;
