package dev.interlock.rules.write.importcalendar;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.domain.ImportedCalendar.Absent;
import dev.interlock.rules.domain.ImportedCalendar.Present;
import dev.interlock.rules.domain.Refusal.CalendarExists;
import dev.interlock.rules.domain.Refusal.NoSuchCalendar;
import dev.interlock.rules.domain.Refusal.StaleVersion;
import dev.interlock.rules.events.CalendarChanged;
import dev.interlock.rules.events.CalendarEvent;
import dev.interlock.rules.events.CalendarImported;
import java.time.Instant;
import java.util.List;

final class ImportCalendarDecision {

    private ImportCalendarDecision() {}

    /**
     * @param now by the server's clock
     */
    static Decision<CalendarEvent> decide(
            ImportedCalendar state, ImportCalendar command, Instant now) {
        var name = command.name();
        return switch (state) {
            case Absent ignored when command.replaces() -> new Refused<>(new NoSuchCalendar(name));
            case Absent(var last) ->
                    new Accepted<>(
                            List.of(
                                    new CalendarImported(
                                            name, last + 1, command.entries(), now, command.by())));
            case Present present -> change(present, command, now);
        };
    }

    private static Decision<CalendarEvent> change(
            Present present, ImportCalendar command, Instant now) {
        var name = command.name();
        int version = present.version();
        if (!command.replaces()) {
            return new Refused<>(new CalendarExists(name, version));
        }
        var expected = command.expected();
        if (expected != null && expected != version) {
            return new Refused<>(new StaleVersion("calendar " + name, expected, version));
        }
        return present.entries().equals(command.entries())
                ? new Redundant<>("these are its events already")
                : new Accepted<>(
                        List.of(
                                new CalendarChanged(
                                        name, version + 1, command.entries(), now, command.by())));
    }
}
