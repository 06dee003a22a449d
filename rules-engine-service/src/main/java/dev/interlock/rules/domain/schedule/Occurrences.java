package dev.interlock.rules.domain.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The local times at which a window starts, a calendar year at a time. Any year costs the same: the
 * periods before it are counted, not walked. Only COUNT needs the years before, once.
 */
final class Occurrences {

    /** RFC 5545 can write no later year. */
    static final int LAST_YEAR = 9999;

    private final LocalDateTime start;
    private final @Nullable Recurrence rule;
    private volatile @Nullable LocalDateTime last;

    Occurrences(LocalDateTime start, @Nullable Recurrence rule) {
        this.start = start;
        this.rule = rule == null ? null : rule.completedBy(start.toLocalDate());
    }

    /** In their order; excluded dates and the end by UNTIL are left to the window. */
    List<LocalDateTime> in(int year) {
        if (rule == null) {
            return year == start.getYear() ? List.of(start) : List.of();
        }
        var all = uncounted(rule, year);
        if (rule.count() == null || all.isEmpty()) {
            return all;
        }
        var counted = lastCounted(rule, rule.count());
        return all.stream().filter(time -> !time.isAfter(counted)).toList();
    }

    /** Is the start itself one of them? However many there are, it is the first. */
    boolean begin() {
        return rule == null || uncounted(rule, start.getYear()).contains(start);
    }

    private List<LocalDateTime> uncounted(Recurrence recurrence, int year) {
        var times = new ArrayList<LocalDateTime>();
        if (year < start.getYear() || year > LAST_YEAR) {
            return times;
        }
        for (var date : dates(recurrence, year)) {
            if (recurrence.frequency() == Frequency.HOURLY) {
                addHours(date, recurrence.interval(), times);
            } else {
                times.add(date.atTime(start.toLocalTime()));
            }
        }
        return times;
    }

    private List<LocalDate> dates(Recurrence recurrence, int year) {
        var frequency = recurrence.frequency();
        var unit = frequency.unit();
        int step = frequency == Frequency.HOURLY ? 1 : recurrence.interval();
        var origin = frequency.periodOf(start.toLocalDate(), recurrence.weekStart());
        var newYear = frequency.periodOf(LocalDate.of(year, 1, 1), recurrence.weekStart());
        long skipped = Math.max(0, unit.between(origin, newYear)) / step * step;
        var dates = new ArrayList<LocalDate>();
        for (var period = origin.plus(skipped, unit);
                period.getYear() <= year;
                period = period.plus(step, unit)) {
            for (var date : recurrence.selected(matching(recurrence, period, unit))) {
                if (date.getYear() == year && !date.isBefore(start.toLocalDate())) {
                    dates.add(date);
                }
            }
        }
        return dates;
    }

    /** Months that no date can be in are passed over: COUNT may lead through thousands of years. */
    private static List<LocalDate> matching(
            Recurrence recurrence, LocalDate period, ChronoUnit unit) {
        var matching = new ArrayList<LocalDate>();
        var end = period.plus(1, unit);
        var date = period;
        while (date.isBefore(end)) {
            if (!recurrence.allowsMonthOf(date)) {
                date = date.withDayOfMonth(1).plusMonths(1);
                continue;
            }
            if (recurrence.matches(date)) {
                matching.add(date);
            }
            date = date.plusDays(1);
        }
        return matching;
    }

    private void addHours(LocalDate date, int interval, List<LocalDateTime> into) {
        for (int hour = 0; hour < 24; hour++) {
            var time = date.atTime(LocalTime.of(hour, start.getMinute(), start.getSecond()));
            if (!time.isBefore(start) && ChronoUnit.HOURS.between(start, time) % interval == 0) {
                into.add(time);
            }
        }
    }

    private LocalDateTime lastCounted(Recurrence recurrence, int count) {
        var known = last;
        if (known == null) {
            known = findLast(recurrence, count);
            last = known; // a race finds the same twice
        }
        return known;
    }

    private LocalDateTime findLast(Recurrence recurrence, int count) {
        int left = count;
        for (int year = start.getYear(); year <= LAST_YEAR; year++) {
            var times = uncounted(recurrence, year);
            if (times.size() >= left) {
                return times.get(left - 1);
            }
            left -= times.size();
        }
        return LocalDateTime.MAX;
    }
}
