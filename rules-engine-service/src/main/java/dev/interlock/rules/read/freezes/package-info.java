/** Freezes as people read them. */
@NullMarked
package dev.interlock.rules.read.freezes;

import org.jspecify.annotations.NullMarked;
