/** What an appended event costs over a plain row. */
@NullMarked
package dev.interlock.benchmarks.append;

import org.jspecify.annotations.NullMarked;
