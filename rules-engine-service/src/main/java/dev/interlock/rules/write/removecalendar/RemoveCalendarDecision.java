package dev.interlock.rules.write.removecalendar;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.domain.ImportedCalendar.Absent;
import dev.interlock.rules.domain.ImportedCalendar.Present;
import dev.interlock.rules.domain.Refusal.CalendarInUse;
import dev.interlock.rules.domain.Refusal.NoSuchCalendar;
import dev.interlock.rules.domain.Refusal.StaleVersion;
import dev.interlock.rules.events.CalendarEvent;
import dev.interlock.rules.events.CalendarRemoved;
import java.time.Instant;
import java.util.List;

final class RemoveCalendarDecision {

    private RemoveCalendarDecision() {}

    /**
     * @param now by the server's clock
     */
    static Decision<CalendarEvent> decide(
            ImportedCalendar state, RemoveCalendar command, Instant now) {
        var name = command.name();
        var expected = command.expected();
        return switch (state) {
            case Absent ignored -> new Refused<>(new NoSuchCalendar(name));
            case Present present when expected != null && expected != present.version() ->
                    new Refused<>(
                            new StaleVersion("calendar " + name, expected, present.version()));
            case Present ignored when !command.namedBy().isEmpty() ->
                    new Refused<>(new CalendarInUse(name, command.namedBy()));
            case Present present ->
                    new Accepted<>(
                            List.of(
                                    new CalendarRemoved(
                                            name, present.version(), now, command.by())));
        };
    }
}
