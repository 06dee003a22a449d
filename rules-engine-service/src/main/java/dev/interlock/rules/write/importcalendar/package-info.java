/** Take in a calendar, or another version of one. */
@NullMarked
package dev.interlock.rules.write.importcalendar;

import org.jspecify.annotations.NullMarked;
