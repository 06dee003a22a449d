/** Messages of the source {@code rules}: rules and freezes. */
@NullMarked
package dev.interlock.contracts.rules;

import org.jspecify.annotations.NullMarked;
