/** One version with all that is known of it: its commit, artifact, builders, and where it went. */
@NullMarked
package dev.interlock.dr.read.versions;

import org.jspecify.annotations.NullMarked;
