package dev.interlock.rules.domain.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A part of BYDAY.
 *
 * @param nth of its month or year, from the end if negative; 0 = every one
 */
record NthDay(int nth, DayOfWeek day) {

    boolean inMonth(LocalDate date) {
        return is(date, date.getDayOfMonth(), date.lengthOfMonth());
    }

    boolean inYear(LocalDate date) {
        return is(date, date.getDayOfYear(), date.lengthOfYear());
    }

    private boolean is(LocalDate date, int number, int of) {
        return date.getDayOfWeek() == day
                && (nth == 0 || nth == (number - 1) / 7 + 1 || nth == -((of - number) / 7 + 1));
    }
}
