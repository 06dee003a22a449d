package dev.interlock.rules.write.removecalendar;

import dev.interlock.eventstore.Entities;
import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.events.CalendarEvent;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RemoveCalendarHandler {

    private final Entities<ImportedCalendar, CalendarEvent> calendars;
    private final Clock clock;

    RemoveCalendarHandler(Entities<ImportedCalendar, CalendarEvent> calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @CommandHandler
    ImportedCalendar handle(RemoveCalendar command) {
        return calendars
                .update(
                        command.name(),
                        state ->
                                RemoveCalendarDecision.decide(state, command, clock.instant())
                                        .eventsOrRefuse())
                .state();
    }
}
