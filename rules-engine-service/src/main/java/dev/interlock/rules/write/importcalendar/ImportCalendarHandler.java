package dev.interlock.rules.write.importcalendar;

import dev.interlock.eventstore.Entities;
import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.events.CalendarEvent;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ImportCalendarHandler {

    private final Entities<ImportedCalendar, CalendarEvent> calendars;
    private final Clock clock;

    ImportCalendarHandler(Entities<ImportedCalendar, CalendarEvent> calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @CommandHandler
    ImportedCalendar handle(ImportCalendar command) {
        return calendars
                .update(
                        command.name(),
                        state ->
                                ImportCalendarDecision.decide(state, command, clock.instant())
                                        .eventsOrRefuse())
                .state();
    }
}
