package dev.interlock.rules.icalendar;

import dev.interlock.edge.Violations;
import dev.interlock.rules.domain.schedule.NamedCalendar;
import dev.interlock.rules.domain.schedule.Window;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one VEVENT. */
final class EventReader {

    /** What says nothing of times, and is left out. */
    private static final Set<String> NO_TIMES =
            Set.of(
                    "ATTACH",
                    "ATTENDEE",
                    "CATEGORIES",
                    "CLASS",
                    "COLOR",
                    "COMMENT",
                    "CONFERENCE",
                    "CONTACT",
                    "CREATED",
                    "DESCRIPTION",
                    "DTSTAMP",
                    "GEO",
                    "IMAGE",
                    "LAST-MODIFIED",
                    "LOCATION",
                    "ORGANIZER",
                    "PRIORITY",
                    "RELATED-TO",
                    "REQUEST-STATUS",
                    "RESOURCES",
                    "SEQUENCE",
                    "TRANSP",
                    "URL");

    private static final Set<String> ONCE =
            Set.of(
                    "UID",
                    "DTSTART",
                    "DTEND",
                    "DURATION",
                    "RRULE",
                    "RECURRENCE-ID",
                    "STATUS",
                    "SUMMARY");
    private static final Set<String> LISTS = Set.of("EXDATE", "RDATE");

    private static final Map<String, String> BY_FIELD =
            Map.of(
                    "start", "DTSTART",
                    "zone", "DTSTART",
                    "end", "DTEND",
                    "duration", "DURATION",
                    "rrule", "RRULE",
                    "exdates", "EXDATE",
                    "rdates", "RDATE",
                    "replaces", "RECURRENCE-ID",
                    "uid", "UID",
                    "summary", "SUMMARY");

    private static final DateTimeFormatter DATE = form("uuuuMMdd");
    private static final DateTimeFormatter TIME = form("uuuuMMdd'T'HHmmss");
    private static final Pattern NOMINAL = Pattern.compile("P\\d{1,4}[DW]");
    private static final int DAY_LENGTH = 8;
    private static final Pattern UNTIL =
            Pattern.compile("(?:^|;)UNTIL=([^;]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTIL_DAY =
            Pattern.compile("((?:^|;)UNTIL=\\d{8})(?=;|$)", Pattern.CASE_INSENSITIVE);

    /**
     * A value of a time as it was written.
     *
     * @param day is it a date?
     * @param zone null = none: the time floats
     */
    private record Moment(LocalDateTime time, boolean day, @Nullable String zone) {}

    private final Component event;
    private final Violations violations;
    private final Map<String, ContentLine> lines = new HashMap<>();
    private final String uid;

    EventReader(Component event, Violations violations) {
        this.event = event;
        this.violations = violations;
        var uids = event.all("UID");
        this.uid = uids.isEmpty() ? "" : uids.getFirst().value();
        if (uid.isBlank()) {
            refuse("UID", "is required");
        }
        event.lines().forEach(this::sort);
        for (var part : event.parts()) {
            if (!part.name().equals("VALARM")) {
                violations.add("line " + part.number(), part.name() + " inside of an event");
            }
        }
        if (!lines.containsKey("DTSTART")) {
            refuse("DTSTART", "is required");
        }
    }

    private void sort(ContentLine line) {
        var name = line.name();
        if (ONCE.contains(name)) {
            if (lines.put(name, line) != null) {
                refuse(line, name + " is given twice");
            }
        } else if (LISTS.contains(name)) {
            lines.putIfAbsent(name, line);
        } else if (!NO_TIMES.contains(name) && !name.startsWith("X-")) {
            refuse(line, name + " (expected: a property of RFC 5545 that can be kept)");
        }
    }

    String uid() {
        return uid;
    }

    boolean replacesAnother() {
        return lines.containsKey("RECURRENCE-ID");
    }

    boolean isCancelled() {
        var status = lines.get("STATUS");
        return status != null && status.value().equalsIgnoreCase("CANCELLED");
    }

    void refuse(String property, String detail) {
        var line = lines.get(property);
        violations.add(
                "line " + (line == null ? event.number() : line.number()),
                "event %s: %s: %s".formatted(uid, property, detail));
    }

    private void refuse(ContentLine line, String detail) {
        violations.add("line " + line.number(), "event %s: %s".formatted(uid, detail));
    }

    /**
     * @param field pointer into what {@link #series} gave
     */
    void refuseField(String field, String detail) {
        var first = field.isEmpty() ? "" : field.substring(1).split("/", 2)[0];
        refuse(BY_FIELD.getOrDefault(first, "DTSTART"), detail);
    }

    /** As it is stored; not complete if something was refused. */
    Map<String, Object> series() {
        var entry = new TreeMap<String, Object>();
        entry.put("uid", uid);
        var summary = lines.get("SUMMARY");
        if (summary != null && !unescaped(summary.value()).isEmpty()) {
            entry.put("summary", unescaped(summary.value()));
        }
        var status = lines.get("STATUS");
        if (status != null && !status.value().matches("(?i)CONFIRMED|TENTATIVE|CANCELLED")) {
            refuse("STATUS", status.value() + " (expected: CONFIRMED, TENTATIVE or CANCELLED)");
        }
        var start = moment("DTSTART");
        if (start == null) {
            return entry;
        }
        entry.put("start", start.time().toString());
        if (start.zone() != null) {
            entry.put("zone", start.zone());
        }
        if (start.day()) {
            entry.put("all_day", true);
        }
        end(start, entry);
        var rule = lines.get("RRULE");
        if (rule != null) {
            expectUntilLike(start, rule.value());
            entry.put(
                    "rrule",
                    start.day()
                            ? UNTIL_DAY.matcher(rule.value()).replaceAll("$1T000000")
                            : rule.value());
        }
        further(start, entry);
        for (var line : event.all("EXDATE")) {
            for (var value : line.value().split(",", -1)) {
                excluded(line, value, start, entry);
            }
        }
        return entry;
    }

    /** RFC 5545, 3.3.10: UNTIL is of the kind of DTSTART. With a zone it may be local (SPEC 11). */
    private void expectUntilLike(Moment start, String rule) {
        var part = UNTIL.matcher(rule);
        if (!part.find()) {
            return;
        }
        var until = part.group(1).toUpperCase(Locale.ROOT);
        boolean day = until.length() == DAY_LENGTH;
        boolean utc = until.endsWith("Z");
        if (start.day() && !day) {
            refuse("RRULE", "UNTIL=%s (expected: a date, as DTSTART is one)".formatted(until));
        } else if (start.zone() == null && utc) {
            refuse("RRULE", "UNTIL=%s (expected: without a zone, as DTSTART is)".formatted(until));
        } else if ("UTC".equals(start.zone()) && !day && !utc) {
            refuse("RRULE", "UNTIL=%s (expected: of UTC, as DTSTART is)".formatted(until));
        }
    }

    private void end(Moment start, Map<String, Object> entry) {
        var duration = lines.get("DURATION");
        if (lines.containsKey("DTEND")) {
            var end = moment("DTEND");
            if (duration != null) {
                refuse("DURATION", "is given besides DTEND");
            } else if (end != null && !sameKind(start, end)) {
                refuse("DTEND", "is not in the zone, or of the kind, of DTSTART");
            } else if (end != null && isHourly(lines.get("RRULE"))) {
                entry.put("duration", length(start, end));
            } else if (end != null) {
                entry.put("end", end(start.time(), end.time()));
            }
        } else if (duration != null) {
            if (start.day() && !NOMINAL.matcher(duration.value()).matches()) {
                refuse("DURATION", duration.value() + " (expected: whole days, as DTSTART is one)");
            }
            var text = duration.value();
            entry.put("duration", text.startsWith("+") ? text.substring(1) : text);
        } else if (start.day()) {
            entry.put("end", end(start.time(), start.time().plusDays(1)));
        } else {
            refuse("DTEND", "is required, or a DURATION: the event would be over at once");
        }
    }

    private static boolean isHourly(@Nullable ContentLine rule) {
        return rule != null && rule.value().toUpperCase(Locale.ROOT).contains("FREQ=HOURLY");
    }

    /** A time of day as its end would be the same for all occurrences of a day. */
    private static String length(Moment start, Moment end) {
        var zone =
                start.zone() == null || !Window.isZone(start.zone())
                        ? ZoneOffset.UTC
                        : ZoneId.of(start.zone());
        long seconds =
                ChronoUnit.SECONDS.between(start.time().atZone(zone), end.time().atZone(zone));
        return "PT%dM%dS".formatted(seconds / 60, seconds % 60).replace("M0S", "M");
    }

    private static Map<String, Object> end(LocalDateTime start, LocalDateTime end) {
        return Map.of(
                "time",
                end.toLocalTime().toString(),
                "days_after",
                (int) ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate()));
    }

    private static boolean sameKind(Moment one, Moment other) {
        return one.day() == other.day() && java.util.Objects.equals(one.zone(), other.zone());
    }

    private void further(Moment start, Map<String, Object> entry) {
        var times = new TreeSet<String>();
        for (var line : event.all("RDATE")) {
            for (var value : line.value().split(",", -1)) {
                if ("PERIOD".equalsIgnoreCase(line.parameters().get("VALUE"))) {
                    refuse(line, "RDATE;VALUE=PERIOD (expected: an event of its own)");
                    return;
                }
                var moment = moment(line, value);
                var time = moment == null ? null : inZoneOf(start, moment, line);
                if (time != null) {
                    times.add(time.toString());
                }
            }
        }
        if (!times.isEmpty()) {
            entry.put("rdates", new ArrayList<>(times));
        }
    }

    private void excluded(ContentLine line, String value, Moment start, Map<String, Object> entry) {
        var moment = moment(line, value);
        if (moment == null) {
            return;
        }
        if (moment.day()) {
            excludeDay(moment.time().toLocalDate(), entry);
            return;
        }
        var time = inZoneOf(start, moment, line);
        if (time != null && !exclude(time, start, entry)) {
            refuse(
                    line,
                    "EXDATE %s is no time at which the event begins (expected: one at %s)"
                            .formatted(value, start.time().toLocalTime()));
        }
    }

    /** As SPEC 11 has it: all that begins on that date. */
    private static void excludeDay(LocalDate date, Map<String, Object> entry) {
        rdates(entry).removeIf(time -> LocalDateTime.parse(time).toLocalDate().equals(date));
        exdates(entry).add(date.toString());
    }

    private static boolean exclude(LocalDateTime time, Moment start, Map<String, Object> entry) {
        boolean further = rdates(entry).remove(time.toString());
        var rule = String.valueOf(entry.get("rrule")).toUpperCase(Locale.ROOT);
        if (rule.contains("FREQ=HOURLY")
                || !time.toLocalTime().equals(start.time().toLocalTime())) {
            return further;
        }
        exdates(entry).add(time.toLocalDate().toString()); // it may be both
        return true;
    }

    /**
     * Leaves out one occurrence of a series.
     *
     * @param by the event that says so
     */
    boolean exclude(LocalDateTime time, Map<String, Object> entry, EventReader by) {
        var start = moment("DTSTART");
        var alone = NamedCalendar.read(uid, 1, List.of(entry), (_, _) -> {});
        boolean begins = alone == null || alone.entries().getFirst().beginsAt(time);
        boolean done = start != null && begins && exclude(time, start, entry);
        if (!done) {
            by.refuse("RECURRENCE-ID", time + " is none of the times at which the event begins");
        }
        return done;
    }

    @SuppressWarnings("unchecked") // put there by this class alone
    private static List<String> exdates(Map<String, Object> entry) {
        return (List<String>) entry.computeIfAbsent("exdates", _ -> new ArrayList<String>());
    }

    @SuppressWarnings("unchecked") // likewise
    private static List<String> rdates(Map<String, Object> entry) {
        return (List<String>) entry.getOrDefault("rdates", new ArrayList<String>());
    }

    /** The occurrence in whose place it comes, in local time of its series; null if refused. */
    @Nullable LocalDateTime replaced(EventReader series) {
        var line = java.util.Objects.requireNonNull(lines.get("RECURRENCE-ID"));
        if (line.parameters().containsKey("RANGE")) {
            refuse("RECURRENCE-ID", "RANGE (expected: one occurrence; end the series instead)");
            return null;
        }
        var start = series.moment("DTSTART");
        var moment = moment(line, line.value());
        return start == null || moment == null ? null : inZoneOf(start, moment, line);
    }

    /** Local time of where an event is; null if there is no telling. */
    private @Nullable LocalDateTime inZoneOf(Moment start, Moment moment, ContentLine line) {
        if (sameKind(start, moment)) {
            return moment.time();
        }
        if (moment.zone() != null && !Window.isZone(moment.zone())) {
            refuse(
                    line,
                    "%s in %s (expected: an IANA zone such as Europe/Berlin, exactly, or UTC)"
                            .formatted(line.name(), moment.zone()));
            return null;
        }
        if (!start.day() && !moment.day() && start.zone() != null && moment.zone() != null) {
            try {
                return moment.time()
                        .atZone(ZoneId.of(moment.zone()))
                        .withZoneSameInstant(ZoneId.of(start.zone()))
                        .toLocalDateTime();
            } catch (DateTimeException e) {
                // answered below
            }
        }
        refuse(line, line.name() + " is not of the kind of DTSTART (a day, a zone, or neither)");
        return null;
    }

    private @Nullable Moment moment(String property) {
        var line = lines.get(property);
        return line == null ? null : moment(line, line.value());
    }

    private @Nullable Moment moment(ContentLine line, String value) {
        var zone = line.parameters().get("TZID");
        var kind = line.parameters().getOrDefault("VALUE", "DATE-TIME").toUpperCase(Locale.ROOT);
        boolean utc = value.endsWith("Z");
        try {
            if (kind.equals("DATE") && zone == null) {
                return new Moment(
                        LocalDate.parse(value, DATE).atTime(LocalTime.MIDNIGHT), true, null);
            }
            if (kind.equals("DATE-TIME") && !(utc && zone != null)) {
                var local = utc ? value.substring(0, value.length() - 1) : value;
                var named = utc ? "UTC" : zone;
                return new Moment(LocalDateTime.parse(local, TIME), false, named);
            }
        } catch (DateTimeException e) {
            // answered below
        }
        refuse(
                line,
                "%s:%s (expected: such as 20261224T170000 with TZID=Europe/Berlin, 20261224T160000Z,"
                                .formatted(line.name(), value)
                        + " or 20261224 with VALUE=DATE)");
        return null;
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                char escaped = text.charAt(i);
                plain.append(escaped == 'n' || escaped == 'N' ? ' ' : escaped);
            } else {
                plain.append(c == '\t' ? ' ' : c);
            }
        }
        return plain.toString().strip();
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
