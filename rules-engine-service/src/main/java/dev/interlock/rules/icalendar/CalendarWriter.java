package dev.interlock.rules.icalendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes calendars: one that was imported, or times that others follow from. */
public final class CalendarWriter {

    /**
     * A stretch of time.
     *
     * @param uid the same whenever it is written
     */
    public record Span(
            String uid,
            Instant start,
            Instant end,
            String summary,
            String description,
            boolean closed) {}

    private static final int FOLDED = 75;
    private static final int ZONE_YEARS = 20;
    private static final DateTimeFormatter DATE = form("uuuuMMdd");
    private static final DateTimeFormatter TIME = form("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter OFFSET = form("xx");

    private final StringBuilder text = new StringBuilder();

    private CalendarWriter() {}

    /**
     * The same events as were imported, not the same letters.
     *
     * @param entries as they are stored
     * @param at when they were imported
     */
    public static String imported(String name, List<Map<String, Object>> entries, Instant at) {
        var writer = new CalendarWriter();
        writer.begin(name, "");
        var earliest = new TreeMap<String, LocalDateTime>();
        for (var entry : entries) {
            if (entry.get("zone") instanceof String zone && !zone.equals("UTC")) {
                earliest.merge(zone, start(entry), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        earliest.forEach((zone, from) -> writer.zone(ZoneId.of(zone), from));
        var series = new TreeMap<String, Map<String, Object>>();
        for (var entry : entries) {
            if (!entry.containsKey("replaces")) {
                series.put(String.valueOf(entry.get("uid")), entry);
            }
        }
        for (var entry : entries) {
            writer.event(entry, series.getOrDefault(String.valueOf(entry.get("uid")), entry), at);
        }
        return writer.end();
    }

    /**
     * @param at when this was found
     */
    public static String of(String name, String description, List<Span> spans, Instant at) {
        var writer = new CalendarWriter();
        writer.begin(name, description);
        for (var span : spans) {
            writer.line("BEGIN", "VEVENT");
            writer.line("UID", escaped(span.uid()));
            writer.line("DTSTAMP", utc(at));
            writer.line("DTSTART", utc(span.start()));
            writer.line("DTEND", utc(span.end()));
            writer.line("SUMMARY", escaped(span.summary()));
            writer.line("DESCRIPTION", escaped(span.description()));
            writer.line("CATEGORIES", span.closed() ? "CLOSED" : "OPEN");
            writer.line("TRANSP", span.closed() ? "OPAQUE" : "TRANSPARENT");
            writer.line("END", "VEVENT");
        }
        return writer.end();
    }

    private void begin(String name, String description) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Interlock//Calendars//EN");
        line("X-WR-CALNAME", escaped(name));
        if (!description.isEmpty()) {
            line("X-WR-CALDESC", escaped(description));
        }
    }

    private String end() {
        line("END", "VCALENDAR");
        return text.toString();
    }

    private void event(Map<String, Object> entry, Map<String, Object> series, Instant at) {
        var start = start(entry);
        line("BEGIN", "VEVENT");
        line("UID", String.valueOf(entry.get("uid")));
        line("DTSTAMP", utc(at));
        if (entry.get("replaces") instanceof String time) {
            time("RECURRENCE-ID", List.of(LocalDateTime.parse(time)), series);
        }
        time("DTSTART", List.of(start), entry);
        if (entry.get("end") instanceof Map<?, ?> end) {
            var days = (Number) end.get("days_after");
            var local =
                    start.toLocalDate()
                            .plusDays(days == null ? 0 : days.longValue())
                            .atTime(LocalTime.parse(String.valueOf(end.get("time"))));
            time("DTEND", List.of(local), entry);
        } else {
            line("DURATION", String.valueOf(entry.get("duration")));
        }
        if (entry.get("rrule") instanceof String rule) {
            line(
                    "RRULE",
                    isAllDay(entry) ? rule.replaceAll("(UNTIL=\\d{8})T000000(?!Z)", "$1") : rule);
            excluded(entry, rule.contains("FREQ=HOURLY"), start);
        } else {
            excluded(entry, false, start);
        }
        if (entry.get("rdates") instanceof List<?> times && !times.isEmpty()) {
            time(
                    "RDATE",
                    times.stream().map(t -> LocalDateTime.parse(String.valueOf(t))).toList(),
                    entry);
        }
        if (entry.get("summary") instanceof String summary) {
            line("SUMMARY", escaped(summary));
        }
        line("END", "VEVENT");
    }

    /**
     * @param wholeDays of an event that happens several times a day, a date leaves all out
     */
    private void excluded(Map<String, Object> entry, boolean wholeDays, LocalDateTime start) {
        if (entry.get("exdates") instanceof List<?> dates && !dates.isEmpty()) {
            var days = dates.stream().map(d -> LocalDate.parse(String.valueOf(d))).toList();
            if (wholeDays) {
                line(
                        "EXDATE;VALUE=DATE",
                        String.join(",", days.stream().map(DATE::format).toList()));
            } else {
                time(
                        "EXDATE",
                        days.stream().map(d -> d.atTime(start.toLocalTime())).toList(),
                        entry);
            }
        }
    }

    private static boolean isAllDay(Map<String, Object> entry) {
        return Boolean.TRUE.equals(entry.get("all_day"));
    }

    private static LocalDateTime start(Map<String, Object> entry) {
        return LocalDateTime.parse(String.valueOf(entry.get("start")));
    }

    private void time(String name, List<LocalDateTime> times, Map<String, Object> entry) {
        var zone = entry.get("zone");
        if (isAllDay(entry)) {
            line(name + ";VALUE=DATE", joined(times, DATE, ""));
        } else if (zone == null) {
            line(name, joined(times, TIME, ""));
        } else if (zone.equals("UTC")) {
            line(name, joined(times, TIME, "Z"));
        } else {
            line(name + ";TZID=" + zone, joined(times, TIME, ""));
        }
    }

    private static String joined(List<LocalDateTime> times, DateTimeFormatter form, String end) {
        return String.join(",", times.stream().map(time -> form.format(time) + end).toList());
    }

    /**
     * What the zone's clocks do, for programs that do not know it by its name: each change from the
     * year before the first event until this many years after, one by one.
     */
    private void zone(ZoneId zone, LocalDateTime from) {
        var rules = zone.getRules();
        var first = from.minusYears(1).toInstant(ZoneOffset.UTC);
        var last = first.atOffset(ZoneOffset.UTC).plusYears(ZONE_YEARS).toInstant();
        line("BEGIN", "VTIMEZONE");
        line("TZID", zone.getId());
        var before = rules.getOffset(first);
        observance(
                before,
                before,
                rules.isDaylightSavings(first),
                List.of(LocalDateTime.ofInstant(first, before)));
        record Change(ZoneOffset from, ZoneOffset to, boolean daylight) {}
        var changes = new java.util.LinkedHashMap<Change, List<LocalDateTime>>();
        for (var next = rules.nextTransition(first);
                next != null && next.getInstant().isBefore(last);
                next = rules.nextTransition(next.getInstant())) {
            changes.computeIfAbsent(
                            new Change(
                                    next.getOffsetBefore(),
                                    next.getOffsetAfter(),
                                    rules.isDaylightSavings(next.getInstant())),
                            _ -> new ArrayList<>())
                    .add(next.getDateTimeBefore());
        }
        changes.forEach(
                (change, times) ->
                        observance(change.from(), change.to(), change.daylight(), times));
        line("END", "VTIMEZONE");
    }

    private void observance(
            ZoneOffset from, ZoneOffset to, boolean daylight, List<LocalDateTime> times) {
        var kind = daylight ? "DAYLIGHT" : "STANDARD";
        line("BEGIN", kind);
        line("DTSTART", TIME.format(times.getFirst()));
        line("TZOFFSETFROM", OFFSET.format(from));
        line("TZOFFSETTO", OFFSET.format(to));
        if (times.size() > 1) {
            line("RDATE", joined(times.subList(1, times.size()), TIME, ""));
        }
        line("END", kind);
    }

    private static String utc(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
    }

    private static String escaped(@Nullable String value) {
        return value == null
                ? ""
                : value.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replaceAll("\\R", "\\\\n")
                        .replaceAll("\\p{Cntrl}", " ");
    }

    /** Folded, as RFC 5545 demands, between characters. */
    private void line(String name, String value) {
        int octets = 0;
        var whole = name + ":" + value;
        for (int i = 0; i < whole.length(); ) {
            int character = whole.codePointAt(i);
            var letters = Character.toString(character);
            int size = letters.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > FOLDED) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letters);
            octets += size;
            i += letters.length();
        }
        text.append("\r\n");
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
