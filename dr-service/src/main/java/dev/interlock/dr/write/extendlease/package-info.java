/** Hear from a deployment that it goes on: its lease ends later. */
@NullMarked
package dev.interlock.dr.write.extendlease;

import org.jspecify.annotations.NullMarked;
