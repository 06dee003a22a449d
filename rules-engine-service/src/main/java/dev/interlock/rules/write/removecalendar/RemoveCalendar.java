package dev.interlock.rules.write.removecalendar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param expected the version the caller has seen; null = whatever is current
 * @param namedBy ids of the rules that name it
 * @param by opaque id of who sends it
 */
record RemoveCalendar(String name, @Nullable Integer expected, List<String> namedBy, String by) {

    RemoveCalendar {
        namedBy = List.copyOf(namedBy);
    }
}
