/** Overrides as people read them. */
@NullMarked
package dev.interlock.rules.read.overrides;

import org.jspecify.annotations.NullMarked;
