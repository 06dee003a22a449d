/** Rules and freezes as they are written: their state, what may be done to them, and why not. */
@NullMarked
package dev.interlock.rules.domain;

import org.jspecify.annotations.NullMarked;
