/** Calendars as people and their programs read them, with all their versions. */
@NullMarked
package dev.interlock.rules.read.calendars;

import org.jspecify.annotations.NullMarked;
