package dev.interlock.rules.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.interlock.edge.Problem;
import dev.interlock.rules.icalendar.CalendarReader.Calendar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a calendar may say, and what is refused by line and event. */
class CalendarReaderTest {

    private static final String START = "DTSTART:20260701T100000Z";

    private static Calendar read(String text) {
        return CalendarReader.read("team", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String calendar(String events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\nUID:a@b\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    private static List<Problem.Field> refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Problem.Field> refused(byte[] text) {
        try {
            CalendarReader.read("team", text);
        } catch (Problem problem) {
            assertThat(problem.status()).isEqualTo(422);
            return problem.errors();
        }
        throw new AssertionError("not refused: " + new String(text, StandardCharsets.UTF_8));
    }

    /** Of one event, whose lines are the fourth and later. */
    private static void refuses(String line, String detail, String... lines) {
        var errors = refused(calendar(event(lines)));
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().pointer()).isEqualTo(line);
        assertThat(errors.getFirst().detail()).contains(detail).contains("a@b");
    }

    @Test
    void anEventBecomesAWindow() {
        var calendar =
                read(
                        calendar(
                                event(
                                        "DTSTART;TZID=Europe/Berlin:20260102T170000",
                                        "DTEND;TZID=Europe/Berlin:20260105T080000",
                                        "RRULE:freq=weekly;byday=fr",
                                        "SUMMARY;LANGUAGE=en:Quiet\\, please\\; it is\\nthe week",
                                        "  end",
                                        "DESCRIPTION:not kept",
                                        "X-WHATEVER;A=\"b:c;d\":not kept",
                                        "BEGIN:VALARM",
                                        "ACTION:DISPLAY",
                                        "TRIGGER:-PT5M",
                                        "END:VALARM")));
        assertThat(calendar.cancelled()).isEmpty();
        assertThat(calendar.entries())
                .containsExactly(
                        Map.of(
                                "uid", "a@b",
                                "summary", "Quiet, please; it is the week end",
                                "start", "2026-01-02T17:00",
                                "zone", "Europe/Berlin",
                                "end", Map.of("time", "08:00", "days_after", 3),
                                "rrule", "FREQ=WEEKLY;BYDAY=FR"));
    }

    @Test
    void aDayHasNoZoneAndLastsADayUnlessItSaysMore() {
        var entries =
                read(calendar(
                                event(
                                        "DTSTART;VALUE=DATE:20261225",
                                        "RRULE:FREQ=YEARLY;UNTIL=20301225",
                                        "EXDATE;VALUE=DATE:20271225,20281225")))
                        .entries();
        assertThat(entries)
                .containsExactly(
                        Map.of(
                                "uid",
                                "a@b",
                                "all_day",
                                true,
                                "start",
                                "2026-12-25T00:00",
                                "end",
                                Map.of("time", "00:00", "days_after", 1),
                                "rrule",
                                "FREQ=YEARLY;UNTIL=20301225T000000",
                                "exdates",
                                List.of("2027-12-25", "2028-12-25")));
    }

    @Test
    void whatIsCancelledIsLeftOutAndTold() {
        var series = event("DTSTART;VALUE=DATE:20260701", "RRULE:FREQ=DAILY;COUNT=3");
        var one =
                event(
                        "RECURRENCE-ID;VALUE=DATE:20260702",
                        "DTSTART;VALUE=DATE:20260702",
                        "STATUS:CANCELLED");
        var other =
                "BEGIN:VEVENT\nUID:x\nDTSTART;VALUE=DATE:20260701\nSTATUS:CANCELLED\nEND:VEVENT\n";
        var calendar = read(calendar(one + other + series));
        assertThat(calendar.cancelled()).containsExactly("x", "a@b at 2026-07-02T00:00");
        assertThat(calendar.entries()).hasSize(1);
        assertThat(calendar.entries().getFirst()).containsEntry("exdates", List.of("2026-07-02"));
    }

    @Test
    void foldedInsideOfACharacterItIsStillThatCharacter() {
        var text = calendar(event(START, "DURATION:PT1H", "SUMMARY:M\u00fcnchen"));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf((char) 0xC3) + 1;
        var folded = new java.io.ByteArrayOutputStream();
        folded.write(bytes, 0, at);
        folded.writeBytes("\r\n ".getBytes(StandardCharsets.UTF_8));
        folded.write(bytes, at, bytes.length - at);
        assertThat(CalendarReader.read("team", folded.toByteArray()).entries().getFirst())
                .containsEntry("summary", "M\u00fcnchen");
    }

    @Test
    void aMarkAtTheBeginningAndBareLineEndsAreFine() {
        var text = "\ufeff" + calendar(event(START, "DURATION:PT1H")).replace("\r\n", "\n") + "\n";
        assertThat(read(text).entries()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DTSTART:20260701T100000Z                 | DTEND:20260701T100000Z       | line 6 | is not after the start
                    DTSTART:20260701T100000Z                 | DTEND:20260630T100000Z       | line 6 | -1
                    DTSTART:20260701T100000Z                 | DTEND:20260701T110000        | line 6 | zone
                    DTSTART:20260701T100000Z                 | DTEND;VALUE=DATE:20260702    | line 6 | zone
                    DTSTART:20260701T100000Z                 | DURATION:-PT1H               | line 6 | -PT1H
                    DTSTART:20260701T100000Z                 | X-NONE:x                     | line 3 | is required, or a DURATION
                    DTSTART;VALUE=DATE:20260701              | DURATION:PT1H                | line 6 | whole days
                    DTSTART:20260230T100000Z                 | DURATION:PT1H                | line 5 | 20260230T100000Z
                    DTSTART:20260701T100060Z                 | DURATION:PT1H                | line 5 | 20260701T100060Z
                    DTSTART:20260701                         | DURATION:PT1H                | line 5 | VALUE=DATE
                    DTSTART;TZID=W. Europe Standard Time:20260701T100000 | DURATION:PT1H    | line 5 | IANA zone
                    DTSTART;TZID=Europe/Berlin:20260701T100000Z | DURATION:PT1H             | line 5 | TZID
                    DTSTART;TZID=CET:20260701T100000         | DURATION:PT1H                | line 5 | IANA zone
                    """)
    void whatHasNoPlainTimeIsRefused(String start, String end, String line, String detail) {
        refuses(line, detail, start, end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    RRULE:FREQ=DAILY;COUNT=2;UNTIL=20270101T000000Z     | RFC 5545 forbids it
                    RRULE:FREQ=DAILY;BYHOUR=7                           | times of day come from the start
                    RRULE:FREQ=MINUTELY                                 | expected: one of HOURLY
                    EXRULE:FREQ=DAILY                                   | EXRULE
                    RDATE;VALUE=PERIOD:20260702T100000Z/PT1H            | PERIOD
                    RDATE;VALUE=DATE:20260702                           | RDATE
                    RDATE:20260702T100000                               | RDATE
                    RDATE;TZID=Etc/GMT+1:20260702T100000                | IANA zone
                    RDATE;TZID=CET:20260702T100000                      | IANA zone
                    EXDATE;TZID="+01:00":20260701T110000                | IANA zone
                    EXDATE:20260701T110000Z                             | no time at which the event begins
                    EXDATE:2026-07-01                                   | EXDATE
                    STATUS:MAYBE                                        | MAYBE
                    NONSENSE:x                                          | NONSENSE
                    DTSTART:20260702T100000Z                            | twice
                    RECURRENCE-ID;RANGE=THISANDFUTURE:20260701T100000Z  | not in this calendar
                    """)
    void whatCannotBeKeptIsRefused(String property, String detail) {
        refuses("line 7", detail, START, "DURATION:PT1H", property);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DTSTART:20260701T100000Z                     | 20260705T100000 | of UTC
                    DTSTART:20260701T100000                      | 20260705T100000Z | without a zone
                    DTSTART;VALUE=DATE:20260701                  | 20260705T000000Z | a date
                    DTSTART;VALUE=DATE:20260701                  | 20260705T120000  | a date
                    DTSTART;TZID=Europe/Berlin:20260701T100000   | 20260705         | local time
                    """)
    void untilIsOfTheKindOfTheStart(String start, String until, String detail) {
        refuses("line 7", detail, start, "DURATION:P1D", "RRULE:FREQ=DAILY;UNTIL=" + until);
    }

    @Test
    void withAZoneUntilMayBeLocalOrOfUtcAndADurationMayHaveItsSign() {
        for (var until : List.of("20260705T100000", "20260705T080000Z")) {
            assertThat(
                            read(calendar(
                                            event(
                                                    "DTSTART;TZID=Europe/Berlin:20260701T100000",
                                                    "DURATION:+PT1H",
                                                    "RRULE:FREQ=DAILY;UNTIL=" + until)))
                                    .entries())
                    .singleElement()
                    .satisfies(e -> assertThat(e).containsEntry("duration", "PT1H"));
        }
    }

    @Test
    void anOccurrenceThatIsNoneIsNotCancelled() {
        var series =
                event(
                        "DTSTART:20260706T090000Z",
                        "DURATION:PT1H",
                        "RRULE:FREQ=WEEKLY;UNTIL=20260801T000000Z");
        for (var time : List.of("20260707T090000Z", "20260803T090000Z")) {
            var cancelled =
                    event("RECURRENCE-ID:" + time, "STATUS:CANCELLED", "DTSTART:20260706T090000Z");
            assertThat(refused(calendar(series + cancelled)))
                    .as(time)
                    .singleElement()
                    .satisfies(e -> assertThat(e.pointer()).isEqualTo("line 11"));
        }
    }

    @Test
    void anEventBeginsWhenItsRecurrenceSays() {
        refuses(
                "line 5",
                "none of the times that rrule gives",
                START,
                "DURATION:PT1H",
                "RRULE:FREQ=WEEKLY;BYDAY=MO");
    }

    @Test
    void anEventStandsOnceAndItsOccurrencesArePlacedRight() {
        var series = event("DTSTART:20260701T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3");
        assertThat(refused(calendar(series + series)))
                .singleElement()
                .satisfies(e -> assertThat(e.pointer()).isEqualTo("line 10"))
                .satisfies(e -> assertThat(e.detail()).contains("same UID"));
        var moved =
                List.of(
                        "RECURRENCE-ID:20260705T100000Z",
                        "RECURRENCE-ID:20260702T110000Z",
                        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260702T100000Z",
                        "RECURRENCE-ID;VALUE=DATE:20260702");
        for (var place : moved) {
            var errors = refused(calendar(series + event(place, START, "DURATION:PT1H")));
            assertThat(errors).as(place).hasSize(1);
            assertThat(errors.getFirst().pointer()).isEqualTo("line 11");
            assertThat(errors.getFirst().detail()).contains("a@b");
        }
        var right = event("RECURRENCE-ID:20260702T100000Z", START, "DURATION:PT1H");
        assertThat(refused(calendar(series + right + right)))
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).contains("replaced twice"));
        assertThat(read(calendar(right + series)).entries()).hasSize(2);
    }

    @Test
    void ofAnEventThatHappensSeveralTimesADayNoOneIsLeftOutAlone() {
        var hourly = List.of(START, "DURATION:PT10M", "RRULE:FREQ=HOURLY;INTERVAL=2");
        refuses(
                "line 8",
                "no time at which",
                hourly.get(0),
                hourly.get(1),
                hourly.get(2),
                "EXDATE:20260701T120000Z");
        assertThat(
                        read(calendar(
                                        event(
                                                hourly.get(0),
                                                hourly.get(1),
                                                hourly.get(2),
                                                "EXDATE;VALUE=DATE:20260702")))
                                .entries()
                                .getFirst())
                .containsEntry("exdates", List.of("2026-07-02"));
    }

    /** Were it taken for the value of another line, an exception would be lost without a word. */
    @Test
    void aLineThatIsNoneIsRefused() {
        refusesLine("line 6", event(START, "DURATION", "DURATION:PT1H"));
        refusesLine("line 6", event(START, "DURATION;X:PT1H"));
        refusesLine("line 6", event(START, "DURATION;X=\"a:PT1H"));
        refusesLine("line 6", event(START, "DURATION;X=a;X=b:PT1H"));
        refusesLine("line 6", event(START, ":PT1H"));
        refusesLine("line 6", event(START, "SUMMARY:a\u0007b"));
    }

    private static void refusesLine(String line, String events) {
        assertThat(refused(calendar(events))).extracting(Problem.Field::pointer).contains(line);
    }

    @Test
    void nothingStandsOutsideOfOneCalendar() {
        var whole = calendar(event(START, "DURATION:PT1H"));
        assertThat(refused("")).extracting(Problem.Field::pointer).containsExactly("line 1");
        assertThat(refused("{}")).extracting(Problem.Field::pointer).containsExactly("line 1");
        for (var text :
                List.of(
                        whole + whole,
                        whole + "X-A:b",
                        "X-A:b\n" + whole,
                        whole.replace("END:VEVENT", "END:VTODO"),
                        whole.replace("END:VCALENDAR", "X-A:b"),
                        whole.replace("VERSION:2.0", "VERSION:1.0"),
                        whole.replace("VERSION:2.0", "X-A:b"),
                        whole.replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:CANCEL"),
                        whole.replace("VERSION:2.0", "VERSION:2.0\r\nCALSCALE:HEBREW"),
                        whole.replace("VEVENT", "VTODO"),
                        whole.replace("BEGIN:VEVENT", "BEGIN:VEVENT\r\nBEGIN:VEVENT"),
                        calendar(""),
                        calendar("BEGIN:A\n".repeat(20_000)))) {
            assertThat(refused(text)).isNotEmpty();
        }
        var bytes = whole.getBytes(StandardCharsets.UTF_8);
        bytes[40] = (byte) 0xC3;
        assertThat(refused(bytes).getFirst().detail()).contains("UTF-8");
    }

    @Test
    void thereAreNotTooManyEventsAndErrorsStayShort() {
        var many = new StringBuilder();
        for (int i = 0; i <= 1000; i++) {
            many.append("BEGIN:VEVENT\nUID:").append(i).append('\n');
            many.append("DTSTART;VALUE=DATE:20260701\nEND:VEVENT\n");
        }
        assertThat(refused(calendar(many.toString())).getFirst().detail()).contains("1001 events");
        var bad = many.toString().replace("20260701", "x".repeat(5000));
        var errors = refused(calendar(bad));
        assertThat(errors).hasSize(1);
        var few = calendar(many.substring(0, many.indexOf("BEGIN:VEVENT\nUID:500\n")));
        var told = refused(few.replace("20260701", "x".repeat(1500)));
        assertThat(told).hasSize(100);
        assertThat(told).allSatisfy(e -> assertThat(e.detail()).hasSizeLessThan(500));
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        var errors =
                refused(
                        calendar(
                                event("DTSTART:x", "DURATION:PT1H")
                                        + event(START, "RRULE:FREQ=NEVER").replace("a@b", "c@d")));
        assertThat(errors).extracting(Problem.Field::pointer).contains("line 5", "line 8");
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> read(""));
    }
}
