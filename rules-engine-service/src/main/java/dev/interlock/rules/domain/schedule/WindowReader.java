package dev.interlock.rules.domain.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one window, field by field. */
record WindowReader(Side side, Flaws flaws) {

    /** Ten years: a year is searched for what started that long before it. */
    private static final int MOST_DAYS = 3660;

    private static final int MOST_EXCLUDED = 1000;
    private static final Set<String> FIELDS =
            Set.of("start", "zone", "end", "duration", "rrule", "exdates");
    private static final Pattern LOCAL =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /** RFC 5545, 3.3.6: weeks stand alone, and hours and seconds have minutes between them. */
    private static final Pattern DURATION =
            Pattern.compile(
                    "P(?:(\\d{1,4})W|(?:(\\d{1,4})D)?(?:T(?=\\d)(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,9})S)?)?)");

    @Nullable Window read(@Nullable Object definition) {
        if (!(definition instanceof Map<?, ?> window)) {
            flaws.add("", "expected: an object with start, zone, and end or duration");
            return null;
        }
        refuseUnknown("", window, FIELDS);
        var start =
                text(
                        "/start",
                        window.get("start"),
                        LOCAL,
                        LocalDateTime::parse,
                        "a local time such as 2026-01-02T17:00");
        var zone = zone(window.get("zone"));
        var end = end(window);
        if (start != null && end instanceof WindowEnd.At at && !start.isBefore(at.of(start))) {
            flaws.add("/end", "is not after the start");
        }
        var excluded = excluded(window.get("exdates"));
        var rule = window.get("rrule");
        var recurrence = rule == null ? null : RecurrenceText.read(rule, flaws);
        if (start == null || zone == null || end == null || (rule != null && recurrence == null)) {
            return null;
        }
        if (recurrence != null) {
            expectMatch(start, zone, recurrence);
        }
        return new Window(start, zone, end, recurrence, excluded);
    }

    private void expectMatch(LocalDateTime start, ZoneId zone, Recurrence recurrence) {
        var until = recurrence.until();
        if (until != null && !until.allows(start, side.start(start, zone))) {
            flaws.add("/rrule", "UNTIL is before the start");
        } else if (!new Occurrences(start, recurrence).begin()) {
            flaws.add("/start", "is none of the times that rrule gives");
        }
    }

    @Nullable ZoneId zone(@Nullable Object value) {
        if (value == null) {
            flaws.add("/zone", "is required (expected: a zone such as Europe/Berlin, or UTC)");
            return null;
        }
        if (value instanceof String name && isZone(name)) {
            return ZoneId.of(name);
        }
        flaws.add(
                "/zone",
                value + " (expected: an IANA zone such as Europe/Berlin, exactly, or UTC)");
        return null;
    }

    static boolean isZone(String name) {
        return name.equals("UTC")
                || (name.contains("/")
                        && !name.startsWith("Etc/")
                        && !name.startsWith("SystemV/")
                        && ZoneId.getAvailableZoneIds().contains(name));
    }

    private @Nullable WindowEnd end(Map<?, ?> window) {
        var end = window.get("end");
        var duration = window.get("duration");
        if (end == null && duration == null) {
            flaws.add("/end", "is required, or a duration");
            return null;
        }
        if (end != null && duration != null) {
            flaws.add("/duration", "is given besides an end (expected: one of them)");
            return null;
        }
        return end != null ? at(end) : after(String.valueOf(duration));
    }

    private WindowEnd.@Nullable At at(Object end) {
        if (!(end instanceof Map<?, ?> fields)) {
            flaws.add("/end", "expected: an object with time and days_after");
            return null;
        }
        refuseUnknown("/end", fields, Set.of("time", "days_after"));
        var time =
                text(
                        "/end/time",
                        fields.get("time"),
                        TIME,
                        LocalTime::parse,
                        "a time such as 08:00");
        var given = fields.get("days_after");
        var daysAfter = given == null ? Integer.valueOf(0) : given;
        if (daysAfter instanceof Integer days && days >= 0 && days <= MOST_DAYS) {
            return time == null ? null : new WindowEnd.At(time, days);
        }
        flaws.add(
                "/end/days_after",
                given + " (expected: a whole number from 0 to " + MOST_DAYS + ")");
        return null;
    }

    private WindowEnd.@Nullable After after(String text) {
        var parts = DURATION.matcher(text);
        if (parts.matches() && !text.matches(".*H\\d+S")) {
            int days = 7 * number(parts.group(1)) + number(parts.group(2));
            var exact =
                    Duration.ofHours(number(parts.group(3)))
                            .plusMinutes(number(parts.group(4)))
                            .plusSeconds(number(parts.group(5)));
            boolean some = days > 0 || exact.isPositive();
            if (some && exact.plusDays(days).compareTo(Duration.ofDays(MOST_DAYS)) <= 0) {
                return new WindowEnd.After(text, days, exact);
            }
        }
        flaws.add(
                "/duration",
                "%s (expected: a duration such as PT8H, P1DT12H or P2W, up to P%dD)"
                        .formatted(text, MOST_DAYS));
        return null;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private List<LocalDate> excluded(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || list.size() > MOST_EXCLUDED) {
            flaws.add("/exdates", "expected: a list of at most " + MOST_EXCLUDED + " dates");
            return List.of();
        }
        var dates = new TreeSet<LocalDate>();
        for (int i = 0; i < list.size(); i++) {
            var date =
                    text(
                            "/exdates/" + i,
                            list.get(i),
                            DATE,
                            LocalDate::parse,
                            "a date such as 2026-12-24");
            if (date != null) {
                dates.add(date);
            }
        }
        return new ArrayList<>(dates);
    }

    private <T> @Nullable T text(
            String pointer,
            @Nullable Object value,
            Pattern form,
            Function<String, T> reader,
            String expected) {
        try {
            if (value instanceof String text && form.matcher(text).matches()) {
                return reader.apply(text);
            }
        } catch (DateTimeException e) {
            // answered below
        }
        flaws.add(
                pointer, (value == null ? "is required" : value) + " (expected: " + expected + ")");
        return null;
    }

    void refuseUnknown(String pointer, Map<?, ?> object, Set<String> known) {
        object.keySet().stream()
                .map(String::valueOf)
                .filter(field -> !known.contains(field))
                .sorted()
                .forEach(
                        field ->
                                flaws.add(
                                        pointer + "/" + field,
                                        "unknown field (known: "
                                                + String.join(", ", new TreeSet<>(known))
                                                + ")"));
    }
}
