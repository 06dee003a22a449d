/** Every decision that was answered, by its id. */
@NullMarked
package dev.interlock.rules.read.decisions;

import org.jspecify.annotations.NullMarked;
