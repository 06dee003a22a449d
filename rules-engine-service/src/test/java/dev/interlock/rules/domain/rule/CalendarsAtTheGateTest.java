package dev.interlock.rules.domain.rule;

import static dev.interlock.rules.domain.rule.Asked.finding;
import static dev.interlock.rules.domain.rule.Asked.said;
import static dev.interlock.rules.domain.rule.Asked.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.contracts.rules.CalendarImportedV1;
import dev.interlock.rules.Story;
import dev.interlock.rules.projection.StateHash;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Named calendars that close and open: the same local times as windows of a rule's own. */
class CalendarsAtTheGateTest {

    private static final String BERLIN = "Europe/Berlin";

    /** A rule that is closed by the calendar, whose events are these. */
    private static Story closedBy(String zone, String events) {
        return Asked.with("schedule", uses("deny", zone)).calendar("team", event("a", events));
    }

    private static String uses(String side, String zone) {
        return "{'%s':[{'calendar':'team','zone':'%s'}]}".formatted(side, zone);
    }

    private static String event(String uid, String lines) {
        return "BEGIN:VEVENT\nUID:%s\n%s\nEND:VEVENT\n".formatted(uid, lines.strip());
    }

    /** Closed from the first to the last second, and the rule says so as long as it is. */
    private static void closes(Story story, String from, String until) {
        var start = Instant.parse(from);
        var end = Instant.parse(until);
        assertThat(said(story, start.minusSeconds(1))).isEqualTo("PASSED");
        for (var at : List.of(start, start.plusSeconds(1), end.minusSeconds(1))) {
            assertThat(said(story, at)).as(at.toString()).isEqualTo("NO_DEPLOY_WINDOW");
            assertThat(finding(story, at).nextEvaluationTime()).isEqualTo(end);
            assertThat(Asked.judge(story, at).retryAfter()).isEqualTo(end);
            assertThat(Asked.judge(story, at).earliestPossible()).isEqualTo(end);
        }
        assertThat(said(story, end)).isEqualTo("PASSED");
    }

    private static void open(Story story, String from, String until) {
        var end = Instant.parse(until);
        for (var at = Instant.parse(from); at.isBefore(end); at = at.plusSeconds(900)) {
            assertThat(said(story, at)).as(at.toString()).isEqualTo("PASSED");
        }
    }

    @Test
    void aWeekEndEndsByLocalTimeWhateverTheClocksDoInBetween() {
        var story =
                closedBy(
                        "America/New_York",
                        """
                        DTSTART;TZID=Europe/Berlin:20260102T170000
                        DTEND;TZID=Europe/Berlin:20260105T080000
                        RRULE:FREQ=WEEKLY
                        """);
        closes(story, "2026-03-20T16:00:00Z", "2026-03-23T07:00:00Z");
        closes(story, "2026-03-27T16:00:00Z", "2026-03-30T06:00:00Z");
        closes(story, "2026-10-16T15:00:00Z", "2026-10-19T06:00:00Z");
        closes(story, "2026-10-23T15:00:00Z", "2026-10-26T07:00:00Z");
    }

    @Test
    void hoursOfADurationAreExactAndDaysAreNot() {
        var hours =
                closedBy(
                        BERLIN,
                        """
                        DTSTART;TZID=Europe/Berlin:20260328T120000
                        DURATION:PT24H
                        """);
        closes(hours, "2026-03-28T11:00:00Z", "2026-03-29T11:00:00Z");
        var day =
                closedBy(
                        BERLIN,
                        """
                        DTSTART;TZID=Europe/Berlin:20260328T120000
                        DURATION:P1D
                        """);
        closes(day, "2026-03-28T11:00:00Z", "2026-03-29T10:00:00Z");
    }

    @Test
    void aWholeDayIsADayWhereTheRuleIs() {
        var christmas = "DTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY";
        closes(closedBy(BERLIN, christmas), "2026-12-24T23:00:00Z", "2026-12-25T23:00:00Z");
        closes(
                closedBy("America/New_York", christmas),
                "2026-12-25T05:00:00Z",
                "2026-12-26T05:00:00Z");
        var days = "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20270102";
        closes(closedBy(BERLIN, days), "2026-12-23T23:00:00Z", "2027-01-01T23:00:00Z");
        closes(
                closedBy(BERLIN, "DTSTART;VALUE=DATE:20260328\nDURATION:P2D"),
                "2026-03-27T23:00:00Z",
                "2026-03-29T22:00:00Z");
    }

    @Test
    void aDayThatBeginsInAGapBeginsAfterIt() {
        var story = closedBy("America/Santiago", "DTSTART;VALUE=DATE:20260906");
        closes(story, "2026-09-06T04:00:00Z", "2026-09-07T03:00:00Z");
    }

    @Test
    void ofATimeThatComesTwiceADenyTakesTheLongerSpan() {
        var story =
                closedBy(
                        BERLIN,
                        """
                        DTSTART;TZID=Europe/Berlin:20261025T023000
                        DTEND;TZID=Europe/Berlin:20261025T024500
                        """);
        closes(story, "2026-10-25T00:30:00Z", "2026-10-25T01:45:00Z");
    }

    @Test
    void whatLiesWhollyInAGapIsNotThere() {
        var story =
                closedBy(
                        BERLIN,
                        """
                        DTSTART;TZID=Europe/Berlin:20260329T021500
                        DTEND;TZID=Europe/Berlin:20260329T024500
                        """);
        open(story, "2026-03-28T22:00:00Z", "2026-03-29T06:00:00Z");
    }

    @Test
    void theThirtyFirstIsNotInEveryMonth() {
        var story = closedBy("UTC", "DTSTART;VALUE=DATE:20260131\nRRULE:FREQ=MONTHLY");
        closes(story, "2026-01-31T00:00:00Z", "2026-02-01T00:00:00Z");
        open(story, "2026-02-01T00:00:00Z", "2026-03-31T00:00:00Z");
        closes(story, "2026-03-31T00:00:00Z", "2026-04-01T00:00:00Z");
        open(story, "2026-04-01T00:00:00Z", "2026-05-31T00:00:00Z");
    }

    @Test
    void anExcludedTimeIsLeftOutAndAFurtherOneComesIn() {
        var story =
                closedBy(
                        BERLIN,
                        """
                        DTSTART;TZID=Europe/Berlin:20260302T090000
                        DTEND;TZID=Europe/Berlin:20260302T100000
                        RRULE:FREQ=WEEKLY;UNTIL=20260401T000000Z
                        EXDATE;TZID=Europe/Berlin:20260309T090000
                        EXDATE:20260316T080000Z
                        RDATE;TZID=Europe/Berlin:20260311T230000,20260325T120000
                        EXDATE;TZID=Europe/Berlin:20260325T120000
                        """);
        closes(story, "2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z");
        open(story, "2026-03-02T09:00:00Z", "2026-03-11T22:00:00Z");
        closes(story, "2026-03-11T22:00:00Z", "2026-03-11T23:00:00Z");
        open(story, "2026-03-11T23:00:00Z", "2026-03-23T08:00:00Z");
        closes(story, "2026-03-23T08:00:00Z", "2026-03-23T09:00:00Z");
        open(story, "2026-03-23T09:00:00Z", "2026-03-30T07:00:00Z");
        closes(story, "2026-03-30T07:00:00Z", "2026-03-30T08:00:00Z");
        open(story, "2026-03-30T08:00:00Z", "2026-04-14T00:00:00Z");
    }

    @Test
    void anOccurrenceIsMovedAndAnotherIsCancelled() {
        var series =
                """
                DTSTART;TZID=Europe/Berlin:20260302T090000
                DTEND;TZID=Europe/Berlin:20260302T100000
                RRULE:FREQ=WEEKLY;COUNT=4
                """;
        var moved =
                """
                RECURRENCE-ID;TZID=Europe/Berlin:20260309T090000
                DTSTART;TZID=Europe/Berlin:20260310T120000
                DTEND;TZID=Europe/Berlin:20260310T140000
                """;
        var cancelled =
                """
                RECURRENCE-ID:20260316T080000Z
                STATUS:CANCELLED
                DTSTART;TZID=Europe/Berlin:20260316T090000
                """;
        var story =
                Asked.with("schedule", uses("deny", "UTC"))
                        .calendar(
                                "team",
                                event("a", moved) + event("a", series) + event("a", cancelled));
        closes(story, "2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z");
        open(story, "2026-03-02T09:00:00Z", "2026-03-10T11:00:00Z");
        closes(story, "2026-03-10T11:00:00Z", "2026-03-10T13:00:00Z");
        open(story, "2026-03-10T13:00:00Z", "2026-03-23T08:00:00Z");
        closes(story, "2026-03-23T08:00:00Z", "2026-03-23T09:00:00Z");
    }

    @Test
    void movingAFurtherTimeLeavesTheOtherOfThatDateAsItIs() {
        var series =
                """
                DTSTART;TZID=Europe/Berlin:20260302T090000
                DURATION:PT2H
                RRULE:FREQ=WEEKLY
                RDATE;TZID=Europe/Berlin:20260309T150000
                """;
        var moved =
                """
                RECURRENCE-ID;TZID=Europe/Berlin:20260309T150000
                DTSTART;TZID=Europe/Berlin:20260309T190000
                DURATION:PT1H
                """;
        var story =
                Asked.with("schedule", uses("deny", BERLIN))
                        .calendar("team", event("a", series) + event("a", moved));
        closes(story, "2026-03-09T08:00:00Z", "2026-03-09T10:00:00Z");
        open(story, "2026-03-09T10:00:00Z", "2026-03-09T18:00:00Z");
        closes(story, "2026-03-09T18:00:00Z", "2026-03-09T19:00:00Z");
    }

    @Test
    void whatIsExcludedIsOutWhetherItRecursOrIsAFurtherTimeOrBoth() {
        var series =
                """
                DTSTART;TZID=Europe/Berlin:20260302T090000
                DURATION:PT2H
                RRULE:FREQ=DAILY
                RDATE;TZID=Europe/Berlin:20260304T090000
                """;
        var excluded = "EXDATE;TZID=Europe/Berlin:20260304T090000\n";
        var cancelled =
                """
                RECURRENCE-ID;TZID=Europe/Berlin:20260304T090000
                STATUS:CANCELLED
                DTSTART;TZID=Europe/Berlin:20260304T090000
                """;
        open(closedBy(BERLIN, series + excluded), "2026-03-03T10:00:00Z", "2026-03-05T08:00:00Z");
        open(
                Asked.with("schedule", uses("deny", BERLIN))
                        .calendar("team", event("a", series) + event("a", cancelled)),
                "2026-03-03T10:00:00Z",
                "2026-03-05T08:00:00Z");
    }

    @Test
    void anEventOfEachHourLastsAsLongAsItsFirst() {
        var story =
                closedBy(
                        BERLIN,
                        """
                        DTSTART;TZID=Europe/Berlin:20260302T090000
                        DTEND;TZID=Europe/Berlin:20260302T093000
                        RRULE:FREQ=HOURLY;INTERVAL=2
                        """);
        closes(story, "2026-03-02T08:00:00Z", "2026-03-02T08:30:00Z");
        closes(story, "2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z");
        closes(story, "2026-03-03T04:00:00Z", "2026-03-03T04:30:00Z");
    }

    @Test
    void aFloatingTimeIsOneOfTheRulesZone() {
        var lunch = "DTSTART:20260701T120000\nDTEND:20260701T130000";
        closes(closedBy(BERLIN, lunch), "2026-07-01T10:00:00Z", "2026-07-01T11:00:00Z");
        closes(closedBy("Asia/Kolkata", lunch), "2026-07-01T06:30:00Z", "2026-07-01T07:30:00Z");
    }

    @Test
    void aCancelledEventStopsNothing() {
        var story =
                Asked.with("schedule", uses("deny", "UTC"))
                        .calendar(
                                "team",
                                event("a", "STATUS:CANCELLED\nDTSTART;VALUE=DATE:20260701")
                                        + event("b", "DTSTART;VALUE=DATE:20260703"));
        open(story, "2026-06-30T00:00:00Z", "2026-07-03T00:00:00Z");
        closes(story, "2026-07-03T00:00:00Z", "2026-07-04T00:00:00Z");
    }

    @Test
    void whatFollowsWithoutABreakCountsAsOneWhereverItIsFrom() {
        var story =
                Asked.with(
                                "schedule",
                                """
                                {'deny':[{'calendar':'Team','zone':'UTC'},
                                {'start':'2026-07-01T18:00','zone':'UTC','duration':'PT2H'},
                                {'calendar':'other','zone':'UTC'}]}""")
                        .calendar(
                                "team",
                                event("a", "DTSTART:20260701T160000Z\nDURATION:PT2H")
                                        + event("b", "DTSTART:20260701T193000Z\nDURATION:PT1H"))
                        .calendar("other", event("c", "DTSTART:20260701T203000Z\nDURATION:PT10M"));
        closes(story, "2026-07-01T16:00:00Z", "2026-07-01T20:40:00Z");
        assertThat(finding(story, Instant.parse("2026-07-01T16:00:00Z")).message())
                .startsWith("closed by a deny window until Wed 2026-07-01 20:40 +00:00 UTC (");
    }

    @Test
    void outsideOfAnAllowingCalendarItWaitsForItsNextEvent() {
        var story =
                Asked.with("schedule", uses("allow", BERLIN))
                        .calendar(
                                "team",
                                event(
                                        "a",
                                        """
                                        DTSTART;TZID=Europe/Berlin:20260302T100000
                                        DTEND;TZID=Europe/Berlin:20260302T120000
                                        RRULE:FREQ=WEEKLY
                                        """));
        var opens = Instant.parse("2026-03-30T08:00:00Z");
        var before = finding(story, opens.minusSeconds(1));
        assertThat(before.code()).isEqualTo("OUTSIDE_ALLOW_WINDOW");
        assertThat(before.nextEvaluationTime()).isEqualTo(opens);
        assertThat(said(story, opens)).isEqualTo("PASSED");
        assertThat(said(story, opens.plusSeconds(7199))).isEqualTo("PASSED");
        assertThat(said(story, opens.plusSeconds(7200))).isEqualTo("OUTSIDE_ALLOW_WINDOW");
    }

    @Test
    void anAllowingCalendarCountsForOtherRulesToo() {
        var story =
                Asked.with("schedule", uses("allow", "UTC"))
                        .calendar("team", event("a", "DTSTART:20260701T100000Z\nDURATION:PT1H"))
                        .rule(
                                "r0",
                                "schedule",
                                """
                                {"allow":[{"start":"2026-07-01T08:00","zone":"UTC","duration":"PT1H"}]}""");
        var judgement = Asked.judge(story, Instant.parse("2026-07-01T10:30:00Z"));
        assertThat(judgement.findings())
                .filteredOn(f -> f.rule() != null)
                .extracting(f -> f.outcome())
                .containsExactly(Outcome.PASSED, Outcome.PASSED);
    }

    @Test
    void aCalendarWithoutEventsOpensNothing() {
        var story =
                Asked.with("schedule", uses("allow", "UTC"))
                        .calendar(
                                "team",
                                event("a", "STATUS:CANCELLED\nDTSTART;VALUE=DATE:20260701"));
        var finding = finding(story, Instant.parse("2026-07-01T10:30:00Z"));
        assertThat(finding.code()).isEqualTo("OUTSIDE_ALLOW_WINDOW");
        assertThat(finding.nextEvaluationTime()).isNull();
    }

    @Test
    void aNewVersionHoldsFromThenOnAndTheAnswerNamesIt() {
        var at = Instant.parse("2026-07-01T10:00:00Z");
        var story = closedBy("UTC", "DTSTART;VALUE=DATE:20260701");
        assertThat(finding(story, at).message())
                .contains("until Thu 2026-07-02 00:00")
                .contains("calendar team version 1");
        story.changeCalendar("team", 2, event("a", "DTSTART;VALUE=DATE:20260801"));
        assertThat(said(story, at)).isEqualTo("PASSED");
        assertThat(finding(story, at).message()).contains("calendar team version 2");
    }

    @Test
    void aCalendarThatIsNotThereBlocks() {
        var at = Instant.parse("2026-07-01T10:00:00Z");
        var unknown = Asked.with("schedule", uses("deny", "UTC"));
        assertThat(finding(unknown, at).outcome()).isEqualTo(Outcome.ERROR);
        assertThat(said(unknown, at)).isEqualTo("POLICY_ERROR");
        assertThat(Asked.judge(unknown, at).allowed()).isFalse();
        assertThat(finding(unknown, at).message()).contains("calendar team does not exist");

        var removed = closedBy("UTC", "DTSTART;VALUE=DATE:20260801").removeCalendar("team", 1);
        assertThat(said(removed, at)).isEqualTo("POLICY_ERROR");
    }

    @Test
    void aCalendarThatCannotBeReadBlocks() {
        var at = Instant.parse("2026-07-01T10:00:00Z");
        var story =
                closedBy("UTC", "DTSTART;VALUE=DATE:20260801")
                        .say(
                                "rules",
                                "calendar.imported",
                                "team",
                                new CalendarImportedV1("team", 2, "[{\"uid\":7}]", at, "sre"));
        assertThat(said(story, at)).isEqualTo("POLICY_ERROR");
        assertThat(finding(story, at).message()).contains("calendar team cannot be read");
        assertThat(Asked.judge(story, at).allowed()).isFalse();
    }

    @Test
    void theWorldIsAnotherByItsCalendars() {
        var story = closedBy("UTC", "DTSTART;VALUE=DATE:20260701");
        var first = StateHash.of(story.world());
        story.changeCalendar("team", 2, event("a", "DTSTART;VALUE=DATE:20260702"));
        var second = StateHash.of(story.world());
        story.removeCalendar("team", 2);
        assertThat(List.of(first, second)).doesNotHaveDuplicates();
        assertThat(StateHash.of(story.world())).isNotIn(first, second);
    }

    @Test
    void whatIsWrongWithAUseIsNamed() {
        assertThat(wrong("schedule", "{'deny':[{'calendar':'team'}]}"))
                .containsExactly("/deny/0/zone");
        assertThat(wrong("schedule", "{'allow':[{'calendar':'a b','zone':'CET'}]}"))
                .containsExactlyInAnyOrder("/allow/0/calendar", "/allow/0/zone");
        assertThat(wrong("schedule", "{'deny':[{'calendar':7,'zone':'UTC','start':'x'}]}"))
                .containsExactlyInAnyOrder("/deny/0/calendar", "/deny/0/start");
        assertThat(
                        wrong(
                                "schedule",
                                """
                                {'deny':[{'calendar':' Team-1 ','zone':'UTC'},
                                {'start':'2026-07-01T18:00','zone':'UTC','duration':'PT2H'}]}"""))
                .isEmpty();
    }
}
