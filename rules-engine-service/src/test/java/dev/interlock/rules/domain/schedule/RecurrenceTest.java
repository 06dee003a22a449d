package dev.interlock.rules.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which dates a recurrence gives; most rows are the examples of RFC 5545, 3.8.5.3, or SPEC's. */
class RecurrenceTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-02 | FREQ=WEEKLY;COUNT=3 | 2026-01-02 2026-01-09 2026-01-16",
                "2026-01-02 | freq=weekly;byday=fr;count=2 | 2026-01-02 2026-01-09",
                "2026-01-31 | FREQ=MONTHLY;COUNT=4 | 2026-01-31 2026-03-31 2026-05-31 2026-07-31",
                "2026-01-31 | FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3 | 2026-01-31 2026-02-28 2026-03-31",
                "2026-01-30 | FREQ=MONTHLY;BYDAY=-1FR;COUNT=3 | 2026-01-30 2026-02-27 2026-03-27",
                "2026-01-30 | FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1;COUNT=3 | 2026-01-30 2026-02-27 2026-03-27",
                "2026-01-30 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2 | 2026-01-30 2026-02-27",
                "2026-02-13 | FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3 | 2026-02-13 2026-03-13 2026-11-13",
                "2026-02-13 | FREQ=MONTHLY;BYDAY=2FR;BYMONTHDAY=13;COUNT=2 | 2026-02-13 2026-03-13",
                "2024-02-29 | FREQ=YEARLY;COUNT=3 | 2024-02-29 2028-02-29 2032-02-29",
                "2024-02-29 | FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=2 | 2024-02-29 2028-02-29",
                "2025-12-19 | FREQ=WEEKLY;INTERVAL=2;COUNT=3 | 2025-12-19 2026-01-02 2026-01-16",
                "1997-08-05 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO | 1997-08-05 1997-08-10 1997-08-19 1997-08-24",
                "1997-08-05 | FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU | 1997-08-05 1997-08-17 1997-08-19 1997-08-31",
                "2025-12-29 | FREQ=WEEKLY;BYDAY=MO,FR;BYMONTH=12;UNTIL=20261210T000000 | 2025-12-29 2026-12-04 2026-12-07",
                "1997-01-01 | FREQ=YEARLY;INTERVAL=3;BYYEARDAY=1,100,200;COUNT=4 | 1997-01-01 1997-04-10 1997-07-19 2000-01-01",
                "1997-05-19 | FREQ=YEARLY;BYDAY=20MO;COUNT=3 | 1997-05-19 1998-05-18 1999-05-17",
                "1997-05-12 | FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3 | 1997-05-12 1998-05-11 1999-05-17",
                "2024-12-30 | FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=3 | 2024-12-30 2025-12-29 2027-01-04",
                "1997-03-13 | FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=3 | 1997-03-13 1997-03-20 1997-03-27",
                "1996-11-05 | FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3 | 1996-11-05 2000-11-07 2004-11-02",
                "2026-01-15 | FREQ=YEARLY;BYMONTHDAY=15;COUNT=3 | 2026-01-15 2026-02-15 2026-03-15",
                "2026-03-20 | FREQ=YEARLY;BYMONTH=3,9;COUNT=3 | 2026-03-20 2026-09-20 2027-03-20",
                "2026-11-26 | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2 | 2026-11-26 2027-11-25",
                "2026-12-31 | FREQ=YEARLY;BYYEARDAY=-1;COUNT=2 | 2026-12-31 2027-12-31",
                "1998-01-01 | FREQ=DAILY;BYMONTH=1;COUNT=2 | 1998-01-01 1998-01-02",
                "1997-09-04 | FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3 | 1997-09-04 1997-10-07 1997-11-06",
                "2026-01-02 | FREQ=DAILY;INTERVAL=10;UNTIL=20260122T090000 | 2026-01-02 2026-01-12 2026-01-22",
                "2026-01-02 | FREQ=DAILY;INTERVAL=10;UNTIL=20260122T085959 | 2026-01-02 2026-01-12",
            })
    void givesTheDates(String start, String rrule, String expected) {
        var first = LocalDate.parse(start);
        var rule = RecurrenceText.read(rrule, (at, what) -> {});
        var until = rule == null ? null : rule.until();
        var dates =
                Drawn.times(start, rrule, first.getYear() - 1, first.getYear() + 12).stream()
                        .filter(t -> until == null || !t.isAfter(until.time()))
                        .map(LocalDateTime::toLocalDate);
        assertThat(dates)
                .containsExactlyElementsOf(
                        List.of(expected.split(" ")).stream().map(LocalDate::parse).toList());
    }

    @Test
    void withoutARuleThereIsOneOccurrence() {
        assertThat(Drawn.dates("2026-05-01", null, 2020, 2040))
                .containsExactly(LocalDate.parse("2026-05-01"));
    }

    @Test
    void hoursAreCountedOnTheFaceOfTheClock() {
        assertThat(Drawn.times("2026-01-01T22:30", "FREQ=HOURLY;INTERVAL=5;COUNT=4", 2026, 2026))
                .extracting(LocalDateTime::toString)
                .containsExactly(
                        "2026-01-01T22:30",
                        "2026-01-02T03:30",
                        "2026-01-02T08:30",
                        "2026-01-02T13:30");
    }

    @Test
    void anyYearCanBeAskedForFirst() {
        assertThat(Drawn.dates("2020-01-31", "FREQ=MONTHLY;INTERVAL=5", 9999, 9999)).isNotEmpty();
        assertThat(Drawn.dates("2020-01-31", "FREQ=YEARLY;INTERVAL=7", 2034, 2040))
                .containsExactly(LocalDate.parse("2034-01-31"));
        assertThat(Drawn.dates("2020-01-31", "FREQ=DAILY", 2019, 2019)).isEmpty();
        assertThat(Drawn.dates("2020-01-31", "FREQ=DAILY", 10_000, 10_000)).isEmpty();
        assertThat(Drawn.dates("2020-01-31", "FREQ=DAILY;COUNT=367", 2021, 2021))
                .endsWith(LocalDate.parse("2021-01-31"));
    }
}
