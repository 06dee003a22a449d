package dev.interlock.rules.domain.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How often a recurrence has a period. */
enum Frequency {
    /** Its hours are counted on the clock's face; its dates come day by day. */
    HOURLY(ChronoUnit.DAYS),
    DAILY(ChronoUnit.DAYS),
    WEEKLY(ChronoUnit.WEEKS),
    MONTHLY(ChronoUnit.MONTHS),
    YEARLY(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    Frequency(ChronoUnit unit) {
        this.unit = unit;
    }

    ChronoUnit unit() {
        return unit;
    }

    /** The first date of the period that holds a date. */
    LocalDate periodOf(LocalDate date, DayOfWeek weekStart) {
        return switch (this) {
            case HOURLY, DAILY -> date;
            case WEEKLY -> date.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTHLY -> date.withDayOfMonth(1);
            case YEARLY -> date.withDayOfYear(1);
        };
    }
}
