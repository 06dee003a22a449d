package dev.interlock.rules.domain;

import dev.interlock.rules.events.CalendarChanged;
import dev.interlock.rules.events.CalendarEvent;
import dev.interlock.rules.events.CalendarImported;
import dev.interlock.rules.events.CalendarRemoved;
import java.time.Instant;

/** A calendar as it was handed in. */
public sealed interface ImportedCalendar {

    /** The last version there was; 0 if there never was one. */
    int version();

    record Absent(int version) implements ImportedCalendar {

        /** There never was one. */
        public static final Absent EVER = new Absent(0);
    }

    /**
     * @param entries its events, as one JSON array
     * @param by opaque id of who imported this version
     */
    record Present(String name, int version, String entries, Instant at, String by)
            implements ImportedCalendar {}

    default ImportedCalendar evolve(CalendarEvent event) {
        return switch (event) {
            case CalendarImported e ->
                    new Present(e.calendar(), e.version(), e.entries(), e.at(), e.by());
            case CalendarChanged e ->
                    new Present(e.calendar(), e.version(), e.entries(), e.at(), e.by());
            case CalendarRemoved e -> new Absent(e.version());
        };
    }
}
