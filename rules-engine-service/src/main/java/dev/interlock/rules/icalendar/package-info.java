/**
 * iCalendar text (RFC 5545) in and out. Knows how it is written, not what it means: that is in
 * {@code domain.schedule}.
 */
@NullMarked
package dev.interlock.rules.icalendar;

import org.jspecify.annotations.NullMarked;
