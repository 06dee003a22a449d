package dev.interlock.rules.domain.rule;

import static dev.interlock.rules.domain.rule.Asked.NOW;
import static dev.interlock.rules.domain.rule.Asked.ago;
import static dev.interlock.rules.domain.rule.Asked.finding;
import static dev.interlock.rules.domain.rule.Asked.judge;
import static dev.interlock.rules.domain.rule.Asked.said;
import static dev.interlock.rules.domain.rule.Asked.with;
import static dev.interlock.rules.domain.rule.Asked.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.Story;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoakTest {

    private static final String SHORT = "INSUFFICIENT_SOAK_TIME";

    @Test
    void itPassesAtTheMinimumAndNotASecondEarlier() {
        var story = soak("continuous_current", "never").at(ago("PT3H"));
        story.completed("api", "2", "staging");
        var finding = finding(story, NOW);
        assertThat(finding.code()).isEqualTo(SHORT);
        assertThat(finding.message()).contains("PT3H in staging", "PT4H are needed");
        assertThat(finding.nextEvaluationTime()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(said(story, NOW.plusSeconds(3_599))).isEqualTo(SHORT);
        assertThat(said(story, NOW.plusSeconds(3_600))).isEqualTo("PASSED");
        assertThat(judge(story, NOW).retryAfter()).isEqualTo(NOW.plusSeconds(3_600));
        assertThat(judge(story, NOW).earliestPossible()).isEqualTo(NOW.plusSeconds(3_600));
    }

    @Test
    void waitingDoesNotHelpWhatDoesNotRun() {
        var story = soak("longest_continuous", "never");
        assertThat(finding(story, NOW).nextEvaluationTime()).isNull();
        ran(story, "PT5H", "PT3H");
        assertThat(said(story)).as("two hours, and over").isEqualTo(SHORT);
        assertThat(judge(story, NOW).retryAfter()).isNull();
    }

    /** From 9 hours ago for 5, then another version; again since an hour ago. */
    @ParameterizedTest
    @CsvSource({
        "continuous_current, INSUFFICIENT_SOAK_TIME",
        "longest_continuous, PASSED",
        "since_first_success, PASSED"
    })
    void eachMeasureHasItsOwnClock(String measure, String expected) {
        var story = ran(soak(measure, "never"), "PT9H", "PT4H");
        story.at(ago("PT1H")).completed("api", "2", "staging");
        assertThat(said(story)).isEqualTo(expected);
    }

    @Test
    void aLeaseThatEndedIsAFailureBeforeAnybodyRecordsIt() {
        var end = NOW.plusSeconds(1_800);
        var story = soak("continuous_current", "failure").at(ago("PT3H30M"));
        story.completed("api", "2", "staging");
        story.at(ago("PT1H")).lease(end).started("api", "3", "staging");
        var running = finding(story, NOW);
        assertThat(running.message()).contains("PT3H30M in staging");
        assertThat(running.nextEvaluationTime())
                .as("the lease would end just when it has soaked for long enough")
                .isNull();
        assertThat(said(story, end)).isEqualTo(SHORT);
        assertThat(finding(story, end).message()).contains("PT0S in staging");
        story.at(NOW).heardOf("api", "3", "staging", end.plusSeconds(1));
        assertThat(finding(story, NOW).nextEvaluationTime()).isEqualTo(end);
        assertThat(said(story, end)).isEqualTo("PASSED");
    }

    @Test
    void startedAndFailedDeploymentsOfOthersDoNotEndAStay() {
        var story = soak("continuous_current", "never").at(ago("PT4H"));
        story.completed("api", "2", "staging").at(ago("PT1H"));
        story.started("api", "3", "staging").failed("api", "3", "staging");
        assertThat(said(story)).isEqualTo("PASSED");
    }

    @ParameterizedTest
    @CsvSource({"continuous_current", "longest_continuous", "since_first_success"})
    void aFailureForgetsAllBeforeItUntilTheNextCompletion(String measure) {
        var story = soak(measure, "failure").at(ago("PT9H"));
        story.completed("api", "2", "staging").at(ago("PT5H")).failed("api", "3", "staging");
        assertThat(said(story)).isEqualTo(SHORT);
        assertThat(finding(story, NOW).nextEvaluationTime()).as("nothing soaks").isNull();
        story.at(ago("PT4H")).completed("api", "2", "staging");
        assertThat(said(story)).isEqualTo("PASSED");
        assertThat(said(story, NOW.minusSeconds(1))).isEqualTo(SHORT);
    }

    @ParameterizedTest
    @CsvSource({"redeploy, INSUFFICIENT_SOAK_TIME", "never, PASSED", "failure, PASSED"})
    void aRedeploymentOfWhatRunsResetsOnlyIfAsked(String resetOn, String expected) {
        var story = soak("since_first_success", resetOn).at(ago("PT9H"));
        story.completed("api", "2", "staging").at(ago("PT1H")).completed("api", "2", "staging");
        assertThat(said(story)).isEqualTo(expected);
        assertThat(said(story, NOW.plus(Duration.ofHours(3)))).isEqualTo("PASSED");
    }

    @Test
    void comingBackAfterAnotherIsNoRedeployment() {
        var story = ran(soak("longest_continuous", "redeploy"), "PT9H", "PT4H");
        story.at(ago("PT1H")).completed("api", "2", "staging");
        assertThat(said(story)).isEqualTo("PASSED");
    }

    @Test
    void whatTheGateHadNotAdmittedSoaksOnlyWhereItReports() {
        var story = soak("longest_continuous", "never").at(ago("PT9H"));
        assertThat(said(story.ungated("api", "2", "staging"))).isEqualTo(SHORT);
        story.at(ago("PT3H")).completed("api", "2", "staging");
        assertThat(finding(story, NOW).nextEvaluationTime())
                .as("from the completion that proves something")
                .isEqualTo(NOW.plus(Duration.ofHours(1)));
        var reported = with("soak", "{'environments':['sandbox'],'minimum':'PT4H'}");
        assertThat(said(reported.at(ago("PT9H")).ungated("api", "2", "sandbox")))
                .isEqualTo("PASSED");
    }

    @Test
    void anUngatedCompletionOfAnotherEndsTheStayAllTheSame() {
        var story = soak("continuous_current", "never").at(ago("PT9H"));
        story.completed("api", "2", "staging").at(ago("PT1H")).ungated("api", "3", "staging");
        assertThat(said(story)).isEqualTo(SHORT);
    }

    @Test
    void allOrAnyOfTheEnvironments() {
        var all = with("soak", "{'environments':['test','staging'],'minimum':'PT4H'}");
        all.at(ago("PT3H")).completed("api", "2", "test");
        all.at(ago("PT2H")).completed("api", "2", "staging");
        assertThat(finding(all, NOW).nextEvaluationTime()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        var any =
                with("soak", "{'environments':['test','staging'],'minimum':'PT4H','match':'any'}");
        any.at(ago("PT3H")).completed("api", "2", "test");
        any.at(ago("PT2H")).completed("api", "2", "staging");
        assertThat(finding(any, NOW).nextEvaluationTime()).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'environments':['a']}|/minimum",
                "{'minimum':'PT1H'}|/environments",
                "{'environments':['a'],'minimum':'PT0S'}|/minimum",
                "{'environments':['a'],'minimum':'-PT1H'}|/minimum",
                "{'environments':['a'],'minimum':'soon'}|/minimum",
                "{'environments':['a'],'minimum':'PT1H','measure':'longest'}|/measure",
                "{'environments':['a'],'minimum':'PT1H','reset_on':'always'}|/reset_on",
                "{'environments':['a'],'minimum':'PT1H','match':'strict_order'}|/match",
                "{'environments':['a'],'minimum':'PT1H','hours':4}|/hours"
            })
    void badOptionsAreNamed(String options, String pointer) {
        assertThat(wrong("soak", options)).containsExactly(pointer);
    }

    private static Story soak(String measure, String resetOn) {
        return with(
                "soak",
                "{'environments':['staging'],'minimum':'PT4H','measure':'%s','reset_on':'%s'}"
                        .formatted(measure, resetOn));
    }

    private static Story ran(Story story, String from, String until) {
        Instant begin = ago(from);
        return story.at(begin)
                .completed("api", "2", "staging")
                .at(ago(until))
                .completed("api", "3", "staging");
    }
}
