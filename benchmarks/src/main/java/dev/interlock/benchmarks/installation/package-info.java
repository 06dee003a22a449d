/** An installation as a user runs it, driven over HTTP; knows nothing of its inside. */
@NullMarked
package dev.interlock.benchmarks.installation;

import org.jspecify.annotations.NullMarked;
