package dev.interlock.rules.domain.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recurrence rule as strictly as RFC 5545, section 3.3.10, writes it: what that forbids is
 * refused, whatever libraries make of it.
 */
final class RecurrenceText {

    static final int MOST_COUNT = 10_000;
    private static final int MOST_INTERVAL = 9999;
    private static final int LENGTH = 1000;
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Set<String> TIMES = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");
    private static final Set<String> OTHER_BY =
            Set.of("BYDAY", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO");
    private static final Set<String> PARTS =
            Set.of(
                    "FREQ",
                    "INTERVAL",
                    "COUNT",
                    "UNTIL",
                    "WKST",
                    "BYSETPOS",
                    "BYDAY",
                    "BYMONTH",
                    "BYMONTHDAY",
                    "BYYEARDAY",
                    "BYWEEKNO");
    private static final Pattern DAY =
            Pattern.compile("([+-]?\\d{1,2})?(" + String.join("|", WEEKDAYS) + ")");
    private static final Pattern TWO_DIGITS = Pattern.compile("\\d{1,2}");
    private static final Pattern SIGNED_TWO_DIGITS = Pattern.compile("[+-]?\\d{1,2}");
    private static final Pattern SIGNED_THREE_DIGITS = Pattern.compile("[+-]?\\d{1,3}");
    private static final Pattern UNSIGNED = Pattern.compile("\\d{1,9}");
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private final Map<String, String> parts = new HashMap<>();
    private final Flaws flaws;
    private boolean sound = true;

    private RecurrenceText(Flaws flaws) {
        this.flaws = flaws;
    }

    /** Null if anything is wrong with it. */
    static @Nullable Recurrence read(Object value, Flaws flaws) {
        if (!(value instanceof String text)
                || text.isEmpty()
                || text.length() > LENGTH
                || !isAscii(text)) {
            flaws.add(
                    "/rrule",
                    "expected: a recurrence rule such as FREQ=WEEKLY;BYDAY=FR of at most "
                            + LENGTH
                            + " characters");
            return null;
        }
        var reader = new RecurrenceText(flaws);
        var recurrence = reader.recurrence(text.toUpperCase(Locale.ROOT));
        return reader.sound ? recurrence : null;
    }

    /** A letter beyond ASCII may become one within it where letters are made upper case. */
    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private @Nullable Recurrence recurrence(String text) {
        for (var part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            if (TIMES.contains(name)) {
                refuse(name + " (expected: no such part: times of day come from the start)");
            } else if (!PARTS.contains(name) || equals < 0) {
                refuse(
                        "'%s' (expected: parts like FREQ=WEEKLY, known: %s)"
                                .formatted(part, String.join(", ", new TreeSet<>(PARTS))));
            } else if (parts.put(name, part.substring(equals + 1)) != null) {
                refuse(name + " is given twice");
            }
        }
        var frequency = frequency();
        if (frequency == null) {
            return null;
        }
        var days = days();
        refuseWhatDoesNotFit(frequency, days);
        return new Recurrence(
                text,
                frequency,
                parts.containsKey("INTERVAL") ? positive("INTERVAL", MOST_INTERVAL) : 1,
                parts.containsKey("COUNT") ? Integer.valueOf(positive("COUNT", MOST_COUNT)) : null,
                until(),
                days,
                numbers("BYMONTH", 12, TWO_DIGITS),
                numbers("BYMONTHDAY", 31, SIGNED_TWO_DIGITS),
                numbers("BYYEARDAY", 366, SIGNED_THREE_DIGITS),
                numbers("BYWEEKNO", 53, SIGNED_TWO_DIGITS),
                numbers("BYSETPOS", 366, SIGNED_THREE_DIGITS),
                weekStart());
    }

    private void refuseWhatDoesNotFit(Frequency frequency, List<NthDay> days) {
        boolean ordinals = days.stream().anyMatch(day -> day.nth() != 0);
        boolean byWeek = parts.containsKey("BYWEEKNO");
        refuseIf(parts.containsKey("COUNT") && parts.containsKey("UNTIL"), "COUNT besides UNTIL");
        refuseIf(
                ordinals && frequency != Frequency.MONTHLY && frequency != Frequency.YEARLY,
                "BYDAY with a number under " + frequency);
        refuseIf(ordinals && byWeek, "BYDAY with a number besides BYWEEKNO");
        refuseIf(
                parts.containsKey("BYMONTHDAY") && frequency == Frequency.WEEKLY,
                "BYMONTHDAY under WEEKLY");
        refuseIf(
                parts.containsKey("BYYEARDAY")
                        && frequency != Frequency.YEARLY
                        && frequency != Frequency.HOURLY,
                "BYYEARDAY under " + frequency);
        refuseIf(byWeek && frequency != Frequency.YEARLY, "BYWEEKNO under " + frequency);
        refuseIf(
                parts.containsKey("BYSETPOS")
                        && parts.keySet().stream().noneMatch(OTHER_BY::contains),
                "BYSETPOS without another BY part");
    }

    private @Nullable Frequency frequency() {
        var name = parts.get("FREQ");
        for (var frequency : Frequency.values()) {
            if (frequency.name().equals(name)) {
                return frequency;
            }
        }
        refuse(
                (name == null ? "FREQ is required" : "FREQ=" + name)
                        + " (expected: one of HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY)");
        return null;
    }

    private int positive(String part, int most) {
        var text = parts.getOrDefault(part, "");
        int number = UNSIGNED.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            refuse("%s=%s (expected: 1 to %d)".formatted(part, text, most));
        }
        return Math.max(1, number);
    }

    private @Nullable Until until() {
        var text = parts.get("UNTIL");
        if (text == null) {
            return null;
        }
        boolean utc = text.endsWith("Z");
        try {
            return new Until(
                    LocalDateTime.parse(utc ? text.substring(0, text.length() - 1) : text, UNTIL),
                    utc);
        } catch (DateTimeException e) {
            refuse(
                    "UNTIL=%s (expected: a local time such as 20261231T235959, or with Z one of UTC)"
                            .formatted(text));
            return null;
        }
    }

    private List<NthDay> days() {
        var days = new TreeSet<>(Comparator.comparing(NthDay::day).thenComparing(NthDay::nth));
        for (var text : values("BYDAY")) {
            var day = DAY.matcher(text);
            boolean reads = day.matches();
            int nth = reads && day.group(1) != null ? Integer.parseInt(day.group(1)) : 0;
            if (!reads || nth < -53 || nth > 53 || (day.group(1) != null && nth == 0)) {
                refuse("BYDAY=%s (expected: such as FR, 1MO, -1FR)".formatted(text));
            } else {
                days.add(new NthDay(nth, DayOfWeek.of(WEEKDAYS.indexOf(day.group(2)) + 1)));
            }
        }
        return List.copyOf(days);
    }

    private List<Integer> numbers(String part, int most, Pattern form) {
        var numbers = new TreeSet<Integer>();
        for (var text : values(part)) {
            int number = form.matcher(text).matches() ? Integer.parseInt(text) : 0;
            if (number == 0 || Math.abs(number) > most) {
                refuse(
                        "%s=%s (expected: 1 to %d%s)"
                                .formatted(
                                        part,
                                        text,
                                        most,
                                        form == TWO_DIGITS ? "" : ", or -1 to -" + most));
            } else {
                numbers.add(number);
            }
        }
        return List.copyOf(numbers);
    }

    private DayOfWeek weekStart() {
        var name = parts.getOrDefault("WKST", "MO");
        if (!WEEKDAYS.contains(name)) {
            refuse("WKST=%s (expected: one of %s)".formatted(name, String.join(", ", WEEKDAYS)));
            return DayOfWeek.MONDAY;
        }
        return DayOfWeek.of(WEEKDAYS.indexOf(name) + 1);
    }

    private List<String> values(String part) {
        var text = parts.get(part);
        return text == null ? new ArrayList<>() : List.of(text.split(",", -1));
    }

    private void refuseIf(boolean forbidden, String what) {
        if (forbidden) {
            refuse(what + " (RFC 5545 forbids it)");
        }
    }

    private void refuse(String detail) {
        sound = false;
        flaws.add("/rrule", detail);
    }
}
