package dev.interlock.rules.icalendar;

import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import dev.interlock.rules.domain.schedule.NamedCalendar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a calendar as strictly as it will be kept: what would be lost or mean something else is
 * refused, by its line and event. What says nothing of times is left out.
 */
public final class CalendarReader {

    /**
     * @param entries the events, as they are stored
     * @param cancelled what was left out because it is cancelled: UIDs, with the time if only one
     *     occurrence of the event is
     */
    public record Calendar(List<Map<String, Object>> entries, List<String> cancelled) {}

    private static final int DEEPEST = 4;
    private static final int MOST_TOLD = 100;
    private static final int LONGEST = 400;

    private final Violations violations = new Violations();

    private CalendarReader() {}

    /**
     * @throws Problem 422 naming every line that cannot be taken
     */
    public static Calendar read(String name, byte[] text) {
        var reader = new CalendarReader();
        try {
            return reader.calendar(name, text);
        } finally {
            reader.refuseIfAny();
        }
    }

    private void refuseIfAny() {
        if (!violations.isEmpty()) {
            throw Problem.invalid(
                    violations.errors().stream()
                            .limit(MOST_TOLD)
                            .map(e -> new Problem.Field(e.pointer(), shortened(e.detail())))
                            .toList());
        }
    }

    /** It may quote what was sent. */
    private static String shortened(String detail) {
        return detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + "…";
    }

    private Calendar calendar(String name, byte[] text) {
        var root = tree(ContentLines.of(text, violations));
        refuseIfAny();
        if (root == null) {
            throw Problem.invalid("line 1", "is missing (expected: BEGIN:VCALENDAR)");
        }
        properties(root);
        var events = events(root);
        refuseIfAny();
        return entries(name, events);
    }

    private @Nullable Component tree(List<ContentLine> lines) {
        Component root = null;
        var open = new ArrayDeque<Component>();
        for (var line : lines) {
            if (line.name().equals("BEGIN")) {
                var component = new Component(line);
                var parent = open.peek();
                if (parent != null) {
                    parent.parts().add(component);
                } else if (root == null && component.name().equals("VCALENDAR")) {
                    root = component;
                } else {
                    refuse(line, "BEGIN:" + line.value() + " (expected: one VCALENDAR)");
                    return null;
                }
                open.push(component);
                if (open.size() > DEEPEST) {
                    refuse(line, "is nested too deep");
                    return null;
                }
            } else if (open.isEmpty()) {
                refuse(line, line.name() + " (expected: nothing outside of one VCALENDAR)");
                return null;
            } else if (!line.name().equals("END")) {
                open.element().lines().add(line);
            } else if (!open.pop().name().equalsIgnoreCase(line.value())) {
                refuse(line, "END:" + line.value() + " closes what is not open");
                return null;
            }
        }
        if (!open.isEmpty()) {
            var left = open.element();
            violations.add("line " + left.number(), left.name() + " has no END");
        }
        return root;
    }

    private void properties(Component root) {
        var versions = root.all("VERSION");
        if (versions.size() != 1 || !versions.getFirst().value().equals("2.0")) {
            violations.add("line " + root.number(), "expected: one VERSION:2.0");
        }
        expect(root, "CALSCALE", Set.of("GREGORIAN"));
        expect(root, "METHOD", Set.of("PUBLISH"));
    }

    private void expect(Component root, String name, Set<String> values) {
        for (var line : root.all(name)) {
            if (!values.contains(line.value().toUpperCase(java.util.Locale.ROOT))) {
                refuse(
                        line,
                        "%s:%s (expected: %s)"
                                .formatted(name, line.value(), String.join(", ", values)));
            }
        }
    }

    private List<EventReader> events(Component root) {
        var events = new ArrayList<EventReader>();
        for (var part : root.parts()) {
            switch (part.name()) {
                case "VEVENT" -> events.add(new EventReader(part, violations));
                case "VTIMEZONE" -> {} // zones are known by their names
                default ->
                        violations.add(
                                "line " + part.number(),
                                part.name() + " (expected: VEVENT, nothing else has times here)");
            }
        }
        if (events.isEmpty() && violations.isEmpty()) {
            violations.add("line " + root.number(), "expected: at least one VEVENT");
        }
        if (events.size() > NamedCalendar.MOST_ENTRIES) {
            violations.add(
                    "line " + root.number(),
                    "%d events (expected: at most %d)"
                            .formatted(events.size(), NamedCalendar.MOST_ENTRIES));
        }
        return events;
    }

    private Calendar entries(String name, List<EventReader> events) {
        var entries = new LinkedHashMap<EventReader, Map<String, Object>>();
        var cancelled = new ArrayList<String>();
        var series = new HashMap<String, EventReader>();
        for (var event : events) {
            if (!event.replacesAnother() && series.put(event.uid(), event) != null) {
                event.refuse("UID", "another event has the same UID");
            }
        }
        for (var event : events) {
            if (!event.replacesAnother()) {
                if (event.isCancelled()) {
                    cancelled.add(event.uid());
                } else {
                    entries.put(event, event.series());
                }
            }
        }
        for (var event : events) {
            if (event.replacesAnother()) {
                replace(event, series.get(event.uid()), entries, cancelled);
            }
        }
        refuseIfAny();
        return new Calendar(checked(name, entries), cancelled);
    }

    private static void replace(
            EventReader event,
            @Nullable EventReader series,
            Map<EventReader, Map<String, Object>> entries,
            List<String> cancelled) {
        var of = series == null ? null : entries.get(series);
        if (series == null || of == null) {
            event.refuse(
                    "RECURRENCE-ID",
                    series == null
                            ? "belongs to an event that is not in this calendar"
                            : "belongs to an event that is cancelled");
            return;
        }
        var time = event.replaced(series);
        if (time == null) {
            return;
        }
        if (event.isCancelled()) {
            if (series.exclude(time, of, event)) {
                cancelled.add(event.uid() + " at " + time);
            }
            return;
        }
        var entry = event.series();
        entry.put("replaces", time.toString());
        entries.put(event, entry);
    }

    /** As the gate will read it: one text for what is wrong, wherever it is found. */
    private List<Map<String, Object>> checked(
            String name, Map<EventReader, Map<String, Object>> entries) {
        var events = List.copyOf(entries.keySet());
        var calendar =
                NamedCalendar.read(
                        name,
                        1,
                        List.copyOf(entries.values()),
                        (where, what) -> {
                            int slash = where.indexOf('/', 1);
                            int index =
                                    Integer.parseInt(
                                            where.substring(1, slash < 0 ? where.length() : slash));
                            events.get(index)
                                    .refuseField(slash < 0 ? "" : where.substring(slash), what);
                        });
        refuseIfAny();
        return java.util.Objects.requireNonNull(calendar).definition();
    }

    private void refuse(ContentLine line, String detail) {
        violations.add("line " + line.number(), detail);
    }
}
