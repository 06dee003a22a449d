package dev.interlock.rules.domain.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule of RFC 5545 (section 3.3.10) without its parts for times of day.
 *
 * @param text upper case
 * @param interval of periods, from 1
 * @param count how many occurrences there are at most; null = no limit
 * @param days BYDAY; every list is sorted, without doubles, and empty when its part is missing
 * @param positions BYSETPOS
 */
record Recurrence(
        String text,
        Frequency frequency,
        int interval,
        @Nullable Integer count,
        @Nullable Until until,
        List<NthDay> days,
        List<Integer> months,
        List<Integer> monthDays,
        List<Integer> yearDays,
        List<Integer> weeks,
        List<Integer> positions,
        DayOfWeek weekStart) {

    /** With the days that RFC 5545 takes from the start when no part gives them. */
    Recurrence completedBy(LocalDate start) {
        var ofStart = List.of(new NthDay(0, start.getDayOfWeek()));
        var date = List.of(start.getDayOfMonth());
        return switch (frequency) {
            case HOURLY, DAILY -> this;
            case WEEKLY -> days.isEmpty() ? with(ofStart, months, monthDays) : this;
            case MONTHLY -> days.isEmpty() && monthDays.isEmpty() ? with(days, months, date) : this;
            case YEARLY -> {
                if (!days.isEmpty() || !monthDays.isEmpty() || !yearDays.isEmpty()) {
                    yield this;
                }
                if (!weeks.isEmpty()) {
                    yield with(ofStart, months, monthDays);
                }
                yield with(days, months.isEmpty() ? List.of(start.getMonthValue()) : months, date);
            }
        };
    }

    private Recurrence with(List<NthDay> onDays, List<Integer> inMonths, List<Integer> onDates) {
        return new Recurrence(
                text, frequency, interval, count, until, onDays, inMonths, onDates, yearDays, weeks,
                positions, weekStart);
    }

    /** Does every part allow this date? Neither the interval nor BYSETPOS is asked. */
    boolean matches(LocalDate date) {
        return allowsMonthOf(date)
                && has(monthDays, date.getDayOfMonth(), date.lengthOfMonth())
                && has(yearDays, date.getDayOfYear(), date.lengthOfYear())
                && isInWeeks(date)
                && isOnDays(date);
    }

    boolean allowsMonthOf(LocalDate date) {
        return months.isEmpty() || months.contains(date.getMonthValue());
    }

    private static boolean has(List<Integer> allowed, int number, int of) {
        return allowed.isEmpty() || allowed.contains(number) || allowed.contains(number - of - 1);
    }

    private boolean isInWeeks(LocalDate date) {
        if (weeks.isEmpty()) {
            return true;
        }
        var week = WeekFields.of(weekStart, 4).weekOfWeekBasedYear();
        return has(weeks, date.get(week), (int) week.rangeRefinedBy(date).getMaximum());
    }

    private boolean isOnDays(LocalDate date) {
        boolean ofMonth = frequency == Frequency.MONTHLY || !months.isEmpty();
        return days.isEmpty()
                || days.stream().anyMatch(d -> ofMonth ? d.inMonth(date) : d.inYear(date));
    }

    /** Those of a period's dates, in order, that BYSETPOS leaves. */
    List<LocalDate> selected(List<LocalDate> dates) {
        if (positions.isEmpty()) {
            return dates;
        }
        return dates.stream()
                .filter(date -> has(positions, dates.indexOf(date) + 1, dates.size()))
                .toList();
    }
}
