package dev.interlock.rules.http;

import dev.interlock.rules.domain.ImportedCalendar;
import dev.interlock.rules.domain.ImportedCalendar.Absent;
import dev.interlock.rules.domain.ImportedCalendar.Present;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One version of a calendar as people read it.
 *
 * @param size how many events it has
 * @param importedBy opaque id
 * @param events null in lists
 * @param cancelled what an import left out as cancelled; null otherwise
 */
public record CalendarView(
        String name,
        int version,
        int size,
        Instant importedAt,
        String importedBy,
        @Nullable List<Map<String, Object>> events,
        @Nullable List<String> cancelled) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Map<String, Object>>> LIST = new TypeReference<>() {};

    public static CalendarView of(ImportedCalendar calendar) {
        return switch (calendar) {
            case Present(var name, var version, var entries, var at, var by) -> {
                var events = list(entries);
                yield new CalendarView(name, version, events.size(), at, by, events, null);
            }
            case Absent ignored -> throw new IllegalStateException("there is no calendar");
        };
    }

    public CalendarView without(List<String> leftOut) {
        return new CalendarView(name, version, size, importedAt, importedBy, events, leftOut);
    }

    /** Its events, as they are stored. */
    public static List<Map<String, Object>> list(String entries) {
        return JSON.readValue(entries, LIST);
    }
}
