package dev.interlock.rules.domain.schedule;

import static dev.interlock.rules.domain.schedule.Side.ALLOW;
import static dev.interlock.rules.domain.schedule.Side.DENY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What windows become on the calendar, changes of the clocks included. */
class WindowsTest {

    /** The expected interval in UTC; "-" if there is none. */
    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Friday 17:00 to Monday 08:00, over no change and over both
                "DENY | Europe/Berlin | 2026-01-02T17:00 | 08:00+3 | 2026-01-02T16:00:00Z/2026-01-05T07:00:00Z",
                "DENY | Europe/Berlin | 2026-03-27T17:00 | 08:00+3 | 2026-03-27T16:00:00Z/2026-03-30T06:00:00Z",
                "DENY | Europe/Berlin | 2026-10-23T17:00 | 08:00+3 | 2026-10-23T15:00:00Z/2026-10-26T07:00:00Z",
                "ALLOW | America/New_York | 2026-03-06T17:00 | 08:00+3 | 2026-03-06T22:00:00Z/2026-03-09T12:00:00Z",
                "DENY | America/New_York | 2026-10-30T17:00 | 08:00+3 | 2026-10-30T21:00:00Z/2026-11-02T13:00:00Z",
                // Berlin, 2026-03-29: 02:00 becomes 03:00
                "DENY | Europe/Berlin | 2026-03-29T01:30 | 02:30+0 | 2026-03-29T00:30:00Z/2026-03-29T01:30:00Z",
                "DENY | Europe/Berlin | 2026-03-29T02:30 | 04:00+0 | 2026-03-29T01:30:00Z/2026-03-29T02:00:00Z",
                "DENY | Europe/Berlin | 2026-03-29T02:30 | 03:30+0 | -",
                "DENY | Europe/Berlin | 2026-03-29T02:30 | 03:00+0 | -",
                "DENY | Europe/Berlin | 2026-03-29T02:10 | 02:50+0 | -",
                "ALLOW | Europe/Berlin | 2026-03-29T02:10 | 02:50+0 | -",
                "DENY | Europe/Berlin | 2026-03-29T02:30 | 02:10+1 | 2026-03-29T01:30:00Z/2026-03-30T00:10:00Z",
                "ALLOW | Europe/Berlin | 2026-03-29T02:30 | PT30M | 2026-03-29T01:30:00Z/2026-03-29T02:00:00Z",
                "DENY | Europe/Berlin | 2026-03-28T02:30 | P1D | 2026-03-28T01:30:00Z/2026-03-29T01:30:00Z",
                "DENY | Europe/Berlin | 2026-03-28T02:30 | PT24H | 2026-03-28T01:30:00Z/2026-03-29T01:30:00Z",
                "DENY | Europe/Berlin | 2026-03-28T12:00 | P1D | 2026-03-28T11:00:00Z/2026-03-29T10:00:00Z",
                "DENY | Europe/Berlin | 2026-03-28T12:00 | PT24H | 2026-03-28T11:00:00Z/2026-03-29T11:00:00Z",
                "DENY | Europe/Berlin | 2026-03-28T12:00 | P1DT2H | 2026-03-28T11:00:00Z/2026-03-29T12:00:00Z",
                "DENY | Europe/Berlin | 2026-03-27T12:00 | P1W | 2026-03-27T11:00:00Z/2026-04-03T10:00:00Z",
                // from the actual start: 02:30 is 03:30 there
                "DENY | Europe/Berlin | 2026-03-29T02:30 | P1D | 2026-03-29T01:30:00Z/2026-03-30T01:30:00Z",
                // Berlin, 2026-10-25: 02:00 to 03:00 comes twice
                "DENY | Europe/Berlin | 2026-10-25T02:30 | 04:00+0 | 2026-10-25T00:30:00Z/2026-10-25T03:00:00Z",
                "ALLOW | Europe/Berlin | 2026-10-25T02:30 | 04:00+0 | 2026-10-25T01:30:00Z/2026-10-25T03:00:00Z",
                "DENY | Europe/Berlin | 2026-10-25T01:00 | 02:30+0 | 2026-10-24T23:00:00Z/2026-10-25T01:30:00Z",
                "ALLOW | Europe/Berlin | 2026-10-25T01:00 | 02:30+0 | 2026-10-24T23:00:00Z/2026-10-25T00:30:00Z",
                "DENY | Europe/Berlin | 2026-10-25T02:15 | 02:45+0 | 2026-10-25T00:15:00Z/2026-10-25T01:45:00Z",
                "ALLOW | Europe/Berlin | 2026-10-25T02:15 | 02:45+0 | -",
                "DENY | Europe/Berlin | 2026-10-24T02:30 | P1D | 2026-10-24T00:30:00Z/2026-10-25T01:30:00Z",
                "ALLOW | Europe/Berlin | 2026-10-24T02:30 | P1D | 2026-10-24T00:30:00Z/2026-10-25T00:30:00Z",
                "DENY | Europe/Berlin | 2026-10-25T02:30 | PT1H | 2026-10-25T00:30:00Z/2026-10-25T01:30:00Z",
                "ALLOW | Europe/Berlin | 2026-10-25T02:30 | PT1H | 2026-10-25T01:30:00Z/2026-10-25T02:30:00Z",
                // New York, 2026-03-08 and 2026-11-01
                "DENY | America/New_York | 2026-03-08T02:15 | 05:00+0 | 2026-03-08T07:15:00Z/2026-03-08T09:00:00Z",
                "DENY | America/New_York | 2026-11-01T01:30 | 02:00+0 | 2026-11-01T05:30:00Z/2026-11-01T07:00:00Z",
                "ALLOW | America/New_York | 2026-11-01T01:30 | 02:00+0 | 2026-11-01T06:30:00Z/2026-11-01T07:00:00Z",
                // Lord Howe, half an hour: 2026-10-04 02:00 becomes 02:30, 2026-04-05 01:30 to
                // 02:00 comes twice
                "DENY | Australia/Lord_Howe | 2026-10-04T02:15 | 03:00+0 | 2026-10-03T15:45:00Z/2026-10-03T16:00:00Z",
                "DENY | Australia/Lord_Howe | 2026-10-04T02:05 | 02:25+0 | -",
                "DENY | Australia/Lord_Howe | 2026-04-05T01:45 | 03:00+0 | 2026-04-04T14:45:00Z/2026-04-04T16:30:00Z",
                "ALLOW | Australia/Lord_Howe | 2026-04-05T01:45 | 03:00+0 | 2026-04-04T15:15:00Z/2026-04-04T16:30:00Z",
                // Samoa had no 2011-12-30
                "DENY | Pacific/Apia | 2011-12-30T10:00 | 12:00+0 | -",
                "DENY | Pacific/Apia | 2011-12-29T22:00 | 01:00+1 | 2011-12-30T08:00:00Z/2011-12-30T11:00:00Z",
                "DENY | UTC | 2026-03-29T02:10 | 02:50+0 | 2026-03-29T02:10:00Z/2026-03-29T02:50:00Z",
            })
    void becomesAnInterval(Side side, String zone, String start, String end, String expected) {
        var parts = end.split("\\+");
        var ending =
                end.startsWith("P")
                        ? "'duration':'%s'".formatted(end)
                        : "'end':{'time':'%s','days_after':%s}".formatted(parts[0], parts[1]);
        var windows =
                Drawn.of(side, "{'start':'%s','zone':'%s',%s}".formatted(start, zone, ending));
        var year = Integer.parseInt(start.substring(0, 4));
        assertThat(Drawn.intervals(windows, year))
                .isEqualTo(expected.equals("-") ? List.of() : List.of(expected));
    }

    @Test
    void aFreezeRecursAtTheSameLocalTimesAllYear() {
        var friday =
                Drawn.of(
                        DENY,
                        "{'start':'2026-01-02T17:00','zone':'Europe/Berlin','end':{'time':'08:00','days_after':3},'rrule':'FREQ=WEEKLY'}");
        assertThat(Drawn.intervals(friday, 2026))
                .hasSize(52)
                .contains("2026-03-20T16:00:00Z/2026-03-23T07:00:00Z")
                .contains("2026-03-27T16:00:00Z/2026-03-30T06:00:00Z")
                .contains("2026-10-23T15:00:00Z/2026-10-26T07:00:00Z");
        assertThat(Drawn.intervals(friday, 2525)).hasSize(52);
        assertThat(Drawn.intervals(friday, 2025)).isEmpty();
    }

    @Test
    void isClosedAtItsStartAndOpenAtItsEnd() {
        var window = Drawn.of(DENY, "{'start':'2026-01-02T17:00','zone':'UTC','duration':'PT8H'}");
        var start = Instant.parse("2026-01-02T17:00:00Z");
        var end = Instant.parse("2026-01-03T01:00:00Z");
        assertThat(window.activeUntil(start.minusNanos(1), end)).isNull();
        assertThat(ends(window, start)).isEqualTo(end);
        assertThat(ends(window, end.minusNanos(1))).isEqualTo(end);
        assertThat(window.activeUntil(end, end)).isNull();
        assertThat(window.nextStart(start, end)).isNull();
        assertThat(window.nextStart(start.minusNanos(1), start)).isNotNull();
    }

    @Test
    void untilIsInclusiveLocallyAndInUtc() {
        var window =
                "{'start':'2026-03-27T23:30','zone':'America/New_York','duration':'PT1H','rrule':'FREQ=DAILY;UNTIL=%s'}";
        assertThat(Drawn.intervals(Drawn.of(DENY, window.formatted("20260329T233000")), 2026))
                .hasSize(3);
        assertThat(Drawn.intervals(Drawn.of(DENY, window.formatted("20260329T232959")), 2026))
                .hasSize(2);
        assertThat(Drawn.intervals(Drawn.of(DENY, window.formatted("20260330T033000Z")), 2026))
                .hasSize(3);
        assertThat(Drawn.intervals(Drawn.of(DENY, window.formatted("20260330T032959Z")), 2026))
                .hasSize(2);
    }

    @Test
    void anExcludedDateRemovesAllThatStartsOnIt() {
        var window =
                Drawn.of(
                        DENY,
                        "{'start':'2026-01-01T00:00','zone':'UTC','duration':'PT1H','rrule':'FREQ=HOURLY;INTERVAL=6;COUNT=12','exdates':['2026-01-02','2026-07-01']}");
        assertThat(Drawn.intervals(window, 2026))
                .hasSize(8)
                .noneMatch(interval -> interval.startsWith("2026-01-02"));
    }

    @Test
    void whatOverlapsOrTouchesEndsTogether() {
        var windows =
                Drawn.of(
                        DENY,
                        "{'start':'2026-12-31T08:00','zone':'UTC','end':{'time':'20:00'}}",
                        "{'start':'2026-12-31T12:00','zone':'UTC','end':{'time':'00:00','days_after':1}}",
                        "{'start':'2027-01-01T00:00','zone':'UTC','end':{'time':'06:00'},'rrule':'FREQ=YEARLY'}",
                        "{'start':'2027-01-01T06:01','zone':'UTC','end':{'time':'07:00'}}");
        assertThat(ends(windows, Instant.parse("2026-12-31T09:00:00Z")))
                .isEqualTo(Instant.parse("2027-01-01T06:00:00Z"));
    }

    @Test
    void aLongOneIsFoundYearsAfterItsStart() {
        var windows =
                Drawn.of(DENY, "{'start':'2020-06-01T00:00','zone':'UTC','duration':'P3650D'}");
        assertThat(ends(windows, Instant.parse("2029-01-01T00:00:00Z")))
                .isEqualTo(Instant.parse("2030-05-30T00:00:00Z"));
    }

    @Test
    void aDayWithoutABreakNeverEnds() {
        var always =
                Drawn.of(
                        DENY,
                        "{'start':'2026-01-01T00:00','zone':'Europe/Berlin','duration':'P1D','rrule':'FREQ=DAILY'}");
        var now = Instant.parse("2026-03-01T00:00:00Z");
        var farthest = Instant.parse("2027-03-01T00:00:00Z");
        assertThat(Objects.requireNonNull(always.activeUntil(now, farthest)).toInstant())
                .isAfter(farthest);
    }

    @Test
    void anyInstantHasAnAnswer() {
        var windows =
                Drawn.of(
                        ALLOW,
                        "{'start':'2026-01-01T00:00','zone':'Asia/Tokyo','duration':'PT1H','rrule':'FREQ=DAILY;COUNT=10000'}");
        for (var at : List.of(Instant.MIN, Instant.EPOCH, Instant.MAX)) {
            assertThat(windows.activeUntil(at, at)).isNull();
        }
        assertThat(windows.nextStart(Instant.MIN, Instant.MAX)).isNull();
        assertThat(windows.nextStart(Instant.parse("9999-12-31T23:59:59Z"), Instant.MAX)).isNull();
    }

    @Test
    void manyAskAtOnce() {
        var windows =
                Drawn.of(
                        DENY,
                        "{'start':'2000-01-01T00:00','zone':'Europe/Berlin','duration':'PT1H','rrule':'FREQ=DAILY'}");
        assertThat(
                        IntStream.range(0, 2000)
                                .parallel()
                                .mapToObj(i -> Instant.parse((2001 + i % 300) + "-06-01T22:30:00Z"))
                                .filter(at -> windows.activeUntil(at, at) == null))
                .isEmpty();
    }

    private static Instant ends(Windows windows, Instant at) {
        return Objects.requireNonNull(windows.activeUntil(at, at.plusSeconds(400_000_000)))
                .toInstant();
    }
}
