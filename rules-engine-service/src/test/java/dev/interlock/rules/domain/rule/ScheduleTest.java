package dev.interlock.rules.domain.rule;

import static dev.interlock.rules.domain.rule.Asked.judge;
import static dev.interlock.rules.domain.rule.Asked.said;
import static dev.interlock.rules.domain.rule.Asked.with;
import static dev.interlock.rules.domain.rule.Asked.wrong;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.contracts.rules.RuleTerms;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.gate.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Deny and allow windows at the gate. */
class ScheduleTest {

    private static final String FREEZE =
            "{'deny':[{'start':'2026-01-02T17:00','zone':'Europe/Berlin','end':{'time':'08:00','days_after':3},'rrule':'FREQ=WEEKLY'}]}";

    private static final Instant FRIDAY = Instant.parse("2026-03-27T16:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-03-30T06:00:00Z");

    /** Open on that day from 10:00 to 12:00, every week. */
    private static String open(String day) {
        return "{'allow':[{'start':'%sT10:00','zone':'UTC','duration':'PT2H','rrule':'FREQ=WEEKLY'}]}"
                .formatted(day);
    }

    private static final String MONDAYS = open("2026-03-02");
    private static final String TUESDAYS = open("2026-03-03");

    @Test
    void isClosedFromTheStartToTheEndInLocalTime() {
        var story = with("schedule", FREEZE);
        assertThat(said(story, FRIDAY.minusNanos(1))).isEqualTo("PASSED");
        assertThat(said(story, FRIDAY)).isEqualTo("NO_DEPLOY_WINDOW");
        assertThat(said(story, MONDAY.minusSeconds(1))).isEqualTo("NO_DEPLOY_WINDOW");
        assertThat(said(story, MONDAY)).isEqualTo("PASSED");
    }

    @Test
    void theAnswerSaysUntilWhenInTheZoneOfTheWindow() {
        var judgement = judge(with("schedule", FREEZE), FRIDAY);
        assertThat(judgement.httpStatus()).isEqualTo(423);
        assertThat(judgement.retryAfter()).isEqualTo(MONDAY);
        assertThat(judgement.earliestPossible()).isEqualTo(MONDAY);
        assertThat(judgement.message()).contains("until Mon 2026-03-30 08:00 +02:00 Europe/Berlin");
        assertThat(requireNonNull(judgement.primary()).nextEvaluationTime()).isEqualTo(MONDAY);
    }

    @Test
    void outsideTheAllowWindowsItWaitsForTheNext() {
        var story = with("schedule", MONDAYS);
        var opens = Instant.parse("2026-03-02T10:00:00Z");
        var judgement = judge(story, opens.minusSeconds(1));
        assertThat(judgement.code()).isEqualTo("OUTSIDE_ALLOW_WINDOW");
        assertThat(judgement.httpStatus()).isEqualTo(423);
        assertThat(judgement.retryAfter()).isEqualTo(opens);
        assertThat(judgement.message()).contains("Mon 2026-03-02 10:00 +00:00 UTC");
        assertThat(said(story, opens)).isEqualTo("PASSED");
        assertThat(said(story, opens.plusSeconds(7199))).isEqualTo("PASSED");
        assertThat(said(story, opens.plusSeconds(7200))).isEqualTo("OUTSIDE_ALLOW_WINDOW");
    }

    @Test
    void aDenyWinsOverAnAllowAndBothMustPass() {
        var story =
                with(
                        "schedule",
                        """
                        {'deny':[{'start':'2026-03-02T09:00','zone':'UTC','end':{'time':'10:30'}},
                                 {'start':'2026-03-02T10:30','zone':'UTC','end':{'time':'11:00'}},
                                 {'start':'2026-03-02T11:30','zone':'UTC','end':{'time':'13:00'}}],
                        """
                                + MONDAYS.substring(1));
        assertThat(retry(story, "2026-03-02T09:30:00Z")).isEqualTo("2026-03-02T11:00:00Z");
        assertThat(judge(story, Instant.parse("2026-03-02T09:30:00Z")).code())
                .isEqualTo("NO_DEPLOY_WINDOW");
        assertThat(said(story, Instant.parse("2026-03-02T11:00:00Z"))).isEqualTo("PASSED");
        var closed = judge(story, Instant.parse("2026-03-02T11:45:00Z"));
        assertThat(closed.retryAfter()).isEqualTo("2026-03-09T10:00:00Z");
        assertThat(closed.message())
                .contains("until Mon 2026-03-02 13:00")
                .contains("it passes from Mon 2026-03-09 10:00");
    }

    @Test
    void theMessageTellsTheTimeOfTheVerdict() {
        var seconds =
                with(
                        "schedule",
                        "{'deny':[{'start':'2026-03-02T09:00','zone':'UTC','end':{'time':'11:00:30'}}]}");
        assertThat(message(seconds, "2026-03-02T11:00:10Z"))
                .contains("until Mon 2026-03-02 11:00:30");

        var never =
                with(
                        "schedule",
                        """
                        {'deny':[{'start':'2026-03-02T09:00','zone':'UTC','end':{'time':'12:00'}}],
                         'allow':[{'start':'2026-02-01T09:00','zone':'UTC','end':{'time':'12:00'}}]}""");
        assertThat(message(never, "2026-03-02T10:00:00Z"))
                .contains("until Mon 2026-03-02 12:00")
                .contains("no allow window is usable within a year");

        var closedOnceOpen =
                with(
                        "schedule",
                        """
                        {'deny':[{'start':'2026-03-02T10:00','zone':'UTC','end':{'time':'11:00'}}],
                        """
                                + MONDAYS.substring(1));
        assertThat(message(closedOnceOpen, "2026-03-02T09:00:00Z"))
                .contains("outside the allow windows; it passes from Mon 2026-03-02 11:00");
        assertThat(retry(closedOnceOpen, "2026-03-02T09:00:00Z")).isEqualTo("2026-03-02T11:00:00Z");
    }

    /** Each ends where the other begins, for months: two ends to be waited for on every day. */
    @Test
    void rulesThatCloseInTurnsAreWaitedForUntilTheyLetPassTogether() {
        var story =
                with(
                                "schedule",
                                "{'deny':[{'start':'2026-01-01T17:00','zone':'UTC','end':{'time':'09:00','days_after':1},'rrule':'FREQ=DAILY'}]}")
                        .rule(
                                "r2",
                                "schedule",
                                json(
                                        "{'deny':[{'start':'2026-01-01T09:00','zone':'UTC','duration':'PT8H','rrule':'FREQ=DAILY;UNTIL=20260801T000000Z'}]}"));
        assertThat(retry(story, "2026-03-01T10:00:00Z")).isEqualTo("2026-08-01T09:00:00Z");
        assertThat(failures(story, "2026-08-01T08:59:59Z")).isNotEmpty();
        assertThat(failures(story, "2026-08-01T09:00:00Z")).isEmpty();
    }

    @Test
    void allowWindowsOfAllRulesInForceArePooled() {
        var story = with("schedule", MONDAYS).rule("r2", "schedule", json(TUESDAYS));
        assertThat(failures(story, "2026-03-02T10:00:00Z")).isEmpty();
        assertThat(failures(story, "2026-03-03T11:00:00Z")).isEmpty();
        assertThat(failures(story, "2026-03-04T11:00:00Z")).hasSize(2);
        assertThat(retry(story, "2026-03-02T12:00:00Z")).isEqualTo("2026-03-03T10:00:00Z");
    }

    @Test
    void anEnforcedRuleDoesNotPoolWhatIsOnlyReported() {
        var story =
                with("schedule", MONDAYS)
                        .rule("r2", "report_only", "schedule", json(TUESDAYS), null);
        var onTuesday = judge(story, Instant.parse("2026-03-03T11:00:00Z"));
        assertThat(onTuesday.allowed()).isFalse();
        assertThat(failed(onTuesday)).containsExactly("r1");
        var onMonday = judge(story, Instant.parse("2026-03-02T11:00:00Z"));
        assertThat(onMonday.allowed()).isTrue();
        assertThat(failed(onMonday)).isEmpty();
    }

    @Test
    void theWindowsOfASuspendedRuleAreNotPooled() {
        var story =
                with("schedule", MONDAYS)
                        .rule(
                                "r2",
                                "enforce",
                                "schedule",
                                json(TUESDAYS),
                                new RuleTerms(
                                        List.of(),
                                        List.of(),
                                        "enforce",
                                        Instant.parse("2026-03-10T10:30:00Z"),
                                        "why",
                                        null));
        assertThat(failures(story, "2026-03-03T11:00:00Z")).containsExactly("r1");
        assertThat(failures(story, "2026-03-10T10:30:00Z")).isEmpty();
        assertThat(retry(story, "2026-03-09T12:00:00Z")).isEqualTo("2026-03-10T10:30:00Z");
        var finding = Asked.finding(story, Instant.parse("2026-03-09T12:00:00Z"));
        assertThat(finding.nextEvaluationTime()).isEqualTo("2026-03-10T10:30:00Z");
        assertThat(finding.message()).contains("Tue 2026-03-10 10:30");
        assertThat(failures(story, "2026-03-10T10:29:59Z")).containsExactly("r1");
    }

    @Test
    void anExemptionHoldsForItsProductUntilItEnds() {
        var story = with("schedule", FREEZE.replace("]}", exempt("API ", "2026-03-28T12:00:00Z")));
        var end = Instant.parse("2026-03-28T12:00:00Z");
        var skipped = Asked.finding(story, end.minusSeconds(1));
        assertThat(skipped.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(skipped.message())
                .contains("api is exempt")
                .contains("2026-03-28T12:00:00Z")
                .contains("hotfix");
        assertThat(said(story, end)).isEqualTo("NO_DEPLOY_WINDOW");
        assertThat(story.judgeAt(FRIDAY, "web", "2", "production").code())
                .isEqualTo("NO_DEPLOY_WINDOW");
    }

    @Test
    void whileARuleIsNotInForceForAProductItsWindowsAreNotEither() {
        var story =
                with("schedule", MONDAYS)
                        .rule(
                                "r2",
                                "schedule",
                                json(
                                        TUESDAYS.replace(
                                                "]}", exempt("api", "2026-03-10T11:00:00Z"))));
        assertThat(failures(story, "2026-03-03T11:00:00Z")).containsExactly("r1");
        assertThat(retry(story, "2026-03-09T12:00:00Z")).isEqualTo("2026-03-10T11:00:00Z");
        assertThat(failures(story, "2026-03-10T10:59:59Z")).containsExactly("r1");
        assertThat(failures(story, "2026-03-10T11:00:00Z")).isEmpty();
    }

    @Test
    void whatDoesNotEndWithinAYearIsNotWaitedFor() {
        var always =
                with(
                        "schedule",
                        "{'deny':[{'start':'2026-01-01T00:00','zone':'UTC','duration':'P1D','rrule':'FREQ=DAILY'}]}");
        var judgement = judge(always, FRIDAY);
        assertThat(judgement.retryAfter()).isNull();
        assertThat(judgement.message()).contains("more than a year");

        var over =
                with(
                        "schedule",
                        "{'allow':[{'start':'2026-01-01T00:00','zone':'UTC','duration':'P1D'}]}");
        assertThat(judge(over, FRIDAY).code()).isEqualTo("OUTSIDE_ALLOW_WINDOW");
        assertThat(judge(over, FRIDAY).retryAfter()).isNull();
        assertThat(judge(over, FRIDAY).message()).contains("none is usable within a year");
    }

    @Test
    void twoRulesLetPassTogetherOrNotAtAll() {
        var story = with("schedule", FREEZE).rule("r2", "schedule", json(MONDAYS));
        assertThat(retry(story, "2026-03-27T16:00:00Z")).isEqualTo("2026-03-30T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /deny",
                "{'deny':[],'allow':[]} | /deny",
                "{'denied':[]} | /denied",
                "{'deny':{}} | /deny",
                "{'deny':['x']} | /deny/0",
                "{'deny':[{'start':'2026-01-02T17:00','zone':'UTC','duration':'PT1H'},{'start':'2026-01-02T17:00','zone':'CET','duration':'PT1H'}]} | /deny/1/zone",
                "{'allow':[{'start':'2026-01-02T17:00','zone':'UTC','duration':'PT1H','rrule':'FREQ=MINUTELY'}]} | /allow/0/rrule",
            })
    void refusesWhatIsNoSchedule(String options, String pointer) {
        assertThat(wrong("schedule", options)).containsExactly(pointer);
    }

    @Test
    void refusesExemptionsWithoutAnEndOrAReason() {
        var window = FREEZE.substring(0, FREEZE.length() - 1);
        assertThat(wrong("schedule", window + ",'exemptions':[{'product':'api','by':'me'}]}"))
                .containsExactlyInAnyOrder(
                        "/exemptions/0/by", "/exemptions/0/until", "/exemptions/0/reason");
        var end = "','until':'2026-06-30T22:00:00Z','reason':'why'}]}";
        assertThat(
                        wrong(
                                "schedule",
                                window + ",'exemptions':[{'product':'" + "x".repeat(256) + end))
                .containsExactly("/exemptions/0/product");
        assertThat(wrong("schedule", window + ",'exemptions':[{'product':'a\\u0000b" + end))
                .containsExactly("/exemptions/0/product");
        assertThat(
                        wrong(
                                "schedule",
                                window
                                        + ",'exemptions':[7,{'product':' ','until':'tomorrow','reason':'a\\nb'}]}"))
                .containsExactlyInAnyOrder(
                        "/exemptions/0/product",
                        "/exemptions/0/until",
                        "/exemptions/0/reason",
                        "/exemptions/1/product",
                        "/exemptions/1/until",
                        "/exemptions/1/reason");
    }

    @Test
    @SuppressWarnings("unchecked")
    void isReadAsItIsWrittenAndSaysWhatItDemands() {
        var options =
                """
                {'deny':[{'start':'2026-01-02T17:00:30','zone':'Europe/Berlin','end':{'time':'08:00','days_after':3},
                          'rrule':'freq=weekly;byday=fr','exdates':['2026-12-25','2026-01-09']}],
                 'allow':[{'start':'2026-01-01T09:00','zone':'UTC','duration':'PT8H'}],
                 'exemptions':[{'product':'api','until':'2026-04-01T00:00:00+02:00','reason':'hotfix'}]}""";
        assertThat(wrong("schedule", options)).isEmpty();
        var read =
                requireNonNull(RuleKind.READERS.get("schedule"))
                        .apply(
                                JsonMapper.shared().readValue(json(options), Map.class),
                                new Violations());
        assertThat(read.sentence())
                .isEqualTo(
                        "closed 2026-01-02 17:00:30 to 08:00, 3 days later (Europe/Berlin) by"
                                + " FREQ=WEEKLY;BYDAY=FR without 2 dates; open only 2026-01-01"
                                + " 09:00 for PT8H (UTC)");
    }

    private static String exempt(String product, String until) {
        return "],'exemptions':[{'product':'%s','until':'%s','reason':'hotfix'}]}"
                .formatted(product, until);
    }

    private static String json(String options) {
        return options.replace('\'', '"');
    }

    private static String message(Story story, String at) {
        return Asked.finding(story, Instant.parse(at)).message();
    }

    private static String retry(Story story, String at) {
        return String.valueOf(judge(story, Instant.parse(at)).retryAfter());
    }

    private static List<String> failures(Story story, String at) {
        return failed(judge(story, Instant.parse(at)));
    }

    private static List<String> failed(Judgement judgement) {
        return judgement.findings().stream()
                .filter(f -> f.outcome() == Outcome.FAILED)
                .map(Finding::rule)
                .map(rule -> requireNonNull(rule).id())
                .toList();
    }
}
