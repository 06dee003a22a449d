package dev.interlock.rules.domain.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Windows written down as people write them, and what becomes of them. */
final class Drawn {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Drawn() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> json(String text) {
        return JSON.readValue(text.replace('\'', '"'), Map.class);
    }

    static Windows of(Side side, String... windows) {
        var all = new ArrayList<Window>();
        for (var text : windows) {
            var flaws = new TreeMap<String, String>();
            var window = Window.read(json(text), side, flaws::put);
            if (window == null || !flaws.isEmpty()) {
                throw new AssertionError(text + ": " + flaws);
            }
            all.add(window);
        }
        return Windows.of(side, all);
    }

    /** What is wrong with a window, by its pointers. */
    static Map<String, String> flaws(Object window) {
        var flaws = new TreeMap<String, String>();
        Window.read(window, Side.DENY, (at, what) -> flaws.merge(at, what, (a, b) -> a + "; " + b));
        return flaws;
    }

    static Map<String, String> flaws(String window) {
        return flaws(json(window));
    }

    /** Those that start in a stretch of time, each as "start/end" in UTC, found by searching. */
    static List<String> intervals(Windows windows, Instant from, Instant to) {
        var found = new ArrayList<String>();
        var at = windows.nextStart(from.minusNanos(1), to);
        while (at != null) {
            var end = Objects.requireNonNull(windows.activeUntil(at.toInstant(), to));
            found.add(at.toInstant() + "/" + end.toInstant());
            at = windows.nextStart(end.toInstant().minusNanos(1), to);
        }
        return found;
    }

    static List<String> intervals(Windows windows, int year) {
        return intervals(
                windows,
                Instant.parse(year + "-01-01T00:00:00Z"),
                Instant.parse(year + "-12-31T23:59:59Z"));
    }

    /** The dates on which occurrences start, in the years given. */
    static List<LocalDate> dates(String start, @Nullable String rrule, int fromYear, int toYear) {
        return times(start, rrule, fromYear, toYear).stream()
                .map(LocalDateTime::toLocalDate)
                .toList();
    }

    static List<LocalDateTime> times(
            String start, @Nullable String rrule, int fromYear, int toYear) {
        var text = start.contains("T") ? start : start + "T09:00";
        var recurrence =
                rrule == null
                        ? null
                        : RecurrenceText.read(
                                rrule,
                                (at, what) -> {
                                    throw new AssertionError(rrule + ": " + what);
                                });
        var occurrences = new Occurrences(LocalDateTime.parse(text), recurrence);
        var all = new ArrayList<LocalDateTime>();
        for (int year = fromYear; year <= toYear; year++) {
            all.addAll(occurrences.in(year));
        }
        return all;
    }
}
