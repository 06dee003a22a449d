package dev.interlock.rules.domain.schedule;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An event of a calendar: a window, and what belongs to it.
 *
 * @param uid entries with the same one are a series and what comes in place of its occurrences
 * @param summary one line for people; null = none
 * @param window in UTC if the event names no zone itself
 * @param zoned does it name its zone, or take that of whoever uses it?
 * @param allDay from midnight to midnight; never zoned
 * @param further local times at which it begins besides, as long as the first time; sorted
 * @param replaces the local time of the occurrence in whose place it comes; null = it is the series
 */
public record CalendarEntry(
        String uid,
        @Nullable String summary,
        Window window,
        boolean zoned,
        boolean allDay,
        List<LocalDateTime> further,
        @Nullable LocalDateTime replaces) {

    private static final int UID_LENGTH = 255;
    private static final int SUMMARY_LENGTH = 500;
    private static final int MOST_FURTHER = 1000;
    private static final String NO_ZONE = "UTC";

    public CalendarEntry {
        further = List.copyOf(further);
    }

    /** Null if anything is wrong with it; then all that is wrong has been taken down. */
    static @Nullable CalendarEntry read(@Nullable Object definition, Flaws flaws) {
        if (!(definition instanceof Map<?, ?> given)) {
            flaws.add("", "expected: an object");
            return null;
        }
        var taken = new Taken(new HashMap<>(given), flaws);
        var uid = taken.line("uid", UID_LENGTH);
        var summary = taken.line("summary", SUMMARY_LENGTH);
        boolean allDay = Boolean.TRUE.equals(taken.fields().remove("all_day"));
        var further = taken.times("rdates");
        var replaces = taken.time("replaces", taken.fields().remove("replaces"));
        boolean zoned = taken.fields().putIfAbsent("zone", NO_ZONE) != null;
        var window = Window.read(taken.fields(), Side.DENY, taken);
        if (uid == null) {
            taken.add("/uid", "is required");
        }
        if (window == null || uid == null || taken.isFlawed()) {
            return null;
        }
        var entry = new CalendarEntry(uid, summary, window, zoned, allDay, further, replaces);
        entry.refuseWhatDoesNotFit(taken);
        return taken.isFlawed() ? null : entry;
    }

    private void refuseWhatDoesNotFit(Flaws flaws) {
        var recurrence = window.recurrence();
        if (allDay && !isOfWholeDays()) {
            flaws.add("/end", "is no whole number of days, though it starts with a day");
        }
        if (allDay && recurrence != null && recurrence.frequency() == Frequency.HOURLY) {
            flaws.add("/rrule", "FREQ=HOURLY for whole days");
        }
        if (replaces != null
                && (recurrence != null || !further.isEmpty() || !window.excluded().isEmpty())) {
            flaws.add("/replaces", "stands besides a recurrence of its own");
        }
    }

    private boolean isOfWholeDays() {
        return !zoned
                && window.start().toLocalTime().equals(LocalTime.MIDNIGHT)
                && further.stream().allMatch(t -> t.toLocalTime().equals(LocalTime.MIDNIGHT))
                && switch (window.end()) {
                    case WindowEnd.At at -> at.time().equals(LocalTime.MIDNIGHT);
                    case WindowEnd.After after -> after.exact().isZero();
                };
    }

    /** As it is stored. */
    public Map<String, Object> definition() {
        var definition = new TreeMap<>(window.definition());
        definition.put("uid", uid);
        if (summary != null) {
            definition.put("summary", summary);
        }
        if (!zoned) {
            definition.remove("zone");
        }
        if (allDay) {
            definition.put("all_day", true);
        }
        if (!further.isEmpty()) {
            definition.put("rdates", further.stream().map(LocalDateTime::toString).toList());
        }
        if (replaces != null) {
            definition.put("replaces", replaces.toString());
        }
        return definition;
    }

    /**
     * Does an occurrence begin then? Those that are excluded do as well. Its end by UNTIL is taken
     * as in the zone that it names, or as if it named UTC.
     */
    public boolean beginsAt(LocalDateTime time) {
        var recurrence = window.recurrence();
        var until = recurrence == null ? null : recurrence.until();
        return further.contains(time)
                || (new Occurrences(window.start(), recurrence).in(time.getYear()).contains(time)
                        && (until == null
                                || until.allows(time, Side.DENY.start(time, window.zone()))));
    }

    /**
     * What it closes or opens.
     *
     * @param usual the zone of an entry that names none
     * @param replaced occurrences in whose place another entry comes
     */
    List<Window> windows(ZoneId usual, List<LocalDateTime> replaced) {
        var zone = zoned ? window.zone() : usual;
        var excluded = new TreeSet<>(window.excluded());
        for (var time : replaced) {
            // another time of that date is one of the further times alone
            if (time.toLocalTime().equals(window.start().toLocalTime())) {
                excluded.add(time.toLocalDate());
            }
        }
        var windows = new ArrayList<Window>(1 + further.size());
        windows.add(
                new Window(
                        window.start(),
                        zone,
                        window.end(),
                        window.recurrence(),
                        List.copyOf(excluded)));
        for (var time : further) {
            if (!replaced.contains(time)) {
                var end = window.end().moved(window.start(), time);
                windows.add(new Window(time, zone, end, null, List.of()));
            }
        }
        return windows;
    }

    /** Takes the fields that are the entry's own; what is left is the window. */
    private static final class Taken implements Flaws {

        private final Map<Object, Object> fields;
        private final Flaws flaws;
        private boolean flawed;

        Taken(Map<Object, Object> fields, Flaws flaws) {
            this.fields = fields;
            this.flaws = flaws;
        }

        Map<Object, Object> fields() {
            return fields;
        }

        boolean isFlawed() {
            return flawed;
        }

        @Override
        public void add(String pointer, String detail) {
            flawed = true;
            flaws.add(pointer, detail);
        }

        @Nullable String line(String field, int longest) {
            var value = fields.remove(field);
            if (value == null) {
                return null;
            }
            if (value instanceof String text
                    && !text.isBlank()
                    && text.length() <= longest
                    && text.chars().noneMatch(Character::isISOControl)) {
                return text;
            }
            add("/" + field, "expected: one line of at most %d characters".formatted(longest));
            return null;
        }

        List<LocalDateTime> times(String field) {
            var value = fields.remove(field);
            if (value == null) {
                return List.of();
            }
            if (!(value instanceof List<?> list) || list.size() > MOST_FURTHER) {
                add("/" + field, "expected: a list of at most " + MOST_FURTHER);
                return List.of();
            }
            var times = new TreeSet<LocalDateTime>();
            for (var each : list) {
                var time = time(field, each);
                if (time != null) {
                    times.add(time);
                }
            }
            return List.copyOf(times);
        }

        @Nullable LocalDateTime time(String field, @Nullable Object value) {
            try {
                if (value == null) {
                    return null;
                }
                if (value instanceof String text) {
                    return LocalDateTime.parse(text);
                }
            } catch (DateTimeException e) {
                // answered below
            }
            add("/" + field, value + " (expected: a local time such as 2026-01-02T17:00)");
            return null;
        }
    }
}
