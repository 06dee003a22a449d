package dev.interlock.rules.write.importcalendar;

import org.jspecify.annotations.Nullable;

/**
 * @param entries its events, as one JSON array
 * @param replaces may there be one already? it is replaced then
 * @param expected the version the caller has seen; null = whatever is current
 * @param by opaque id of who sends it
 */
record ImportCalendar(
        String name, String entries, boolean replaces, @Nullable Integer expected, String by) {}
