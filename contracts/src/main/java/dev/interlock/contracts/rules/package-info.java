/** Messages of the source {@code rules}: rules, calendars, freezes and overrides. */
@NullMarked
package dev.interlock.contracts.rules;

import org.jspecify.annotations.NullMarked;
