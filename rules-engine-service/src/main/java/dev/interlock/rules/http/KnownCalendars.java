package dev.interlock.rules.http;

import dev.interlock.edge.Problem;
import dev.interlock.eventstore.Entities;
import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.domain.ImportedCalendar.Present;
import dev.interlock.rules.domain.schedule.CalendarName;
import dev.interlock.rules.domain.schedule.NamedCalendar;
import dev.interlock.rules.events.CalendarEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calendars by their names, from their own events: as new as can be. */
@Component
public final class KnownCalendars {

    private final Entities<ImportedCalendar, CalendarEvent> calendars;

    KnownCalendars(Entities<ImportedCalendar, CalendarEvent> calendars) {
        this.calendars = calendars;
    }

    public boolean has(String name) {
        return calendars.load(name) instanceof Present;
    }

    /** Those of them that there are, as the gate reads them; without those that cannot be read. */
    public Map<String, NamedCalendar> all(Collection<String> names) {
        var found = new HashMap<String, NamedCalendar>();
        for (var name : names) {
            if (calendars.load(name) instanceof Present present) {
                var calendar =
                        NamedCalendar.read(
                                name,
                                present.version(),
                                CalendarView.list(present.entries()),
                                (where, what) -> {});
                if (calendar != null) {
                    found.put(name, calendar);
                }
            }
        }
        return found;
    }

    /**
     * The name a path means.
     *
     * @throws Problem 404 for what no calendar can be called
     */
    public static String named(String spelling) {
        var name = CalendarName.of(spelling);
        if (name == null) {
            throw Problem.notFound("calendar " + spelling);
        }
        return name;
    }
}
