/** Messages of the source {@code rules}: rules. */
@NullMarked
package dev.interlock.contracts.rules;

import org.jspecify.annotations.NullMarked;
