package dev.interlock.rules.kafka;

import dev.interlock.contracts.rules.CalendarChangedV1;
import dev.interlock.contracts.rules.CalendarImportedV1;
import dev.interlock.contracts.rules.CalendarRemovedV1;
import dev.interlock.contracts.rules.RulesMessage;
import dev.interlock.rules.domain.schedule.NamedCalendar;
import dev.interlock.rules.events.CalendarChanged;
import dev.interlock.rules.events.CalendarEvent;
import dev.interlock.rules.events.CalendarImported;
import dev.interlock.rules.events.CalendarRemoved;
import dev.interlock.rules.projection.WorldWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What events of a calendar are said as, and what that means for the world. */
final class CalendarMessages {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Object>> LIST = new TypeReference<>() {};

    private CalendarMessages() {}

    static RulesMessage of(CalendarEvent event) {
        return switch (event) {
            case CalendarImported e ->
                    new CalendarImportedV1(e.calendar(), e.version(), e.entries(), e.at(), e.by());
            case CalendarChanged e ->
                    new CalendarChangedV1(e.calendar(), e.version(), e.entries(), e.at(), e.by());
            case CalendarRemoved e ->
                    new CalendarRemovedV1(e.calendar(), e.version(), e.at(), e.by());
        };
    }

    static void imported(CalendarImportedV1 e, WorldWriter world) {
        world.calendar(calendar(e.calendar(), e.version(), e.entries()));
    }

    static void changed(CalendarChangedV1 e, WorldWriter world) {
        world.calendar(calendar(e.calendar(), e.version(), e.entries()));
    }

    static void removed(CalendarRemovedV1 e, WorldWriter world) {
        world.calendarRemoved(e.calendar());
    }

    /**
     * @throws IllegalStateException for what cannot be read: rules that name it fail at the gate
     */
    private static NamedCalendar calendar(String name, int version, String entries) {
        var flaws = new ArrayList<String>();
        var calendar =
                NamedCalendar.read(
                        name,
                        version,
                        JSON.readValue(entries, LIST),
                        (where, what) -> flaws.add(where + " " + what));
        if (calendar == null) {
            throw new IllegalStateException(String.join("; ", flaws));
        }
        return calendar;
    }
}
