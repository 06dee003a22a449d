package dev.interlock.rules.domain.rule;

import static dev.interlock.rules.domain.rule.Asked.NOW;
import static dev.interlock.rules.domain.rule.Asked.ago;
import static dev.interlock.rules.domain.rule.Asked.said;
import static dev.interlock.rules.domain.rule.Asked.with;
import static dev.interlock.rules.domain.rule.Asked.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowTest {

    private static final String MISSING = "FLOW_VIOLATION";
    private static final String STALE = "STALE_PREREQUISITE";

    @Test
    void currentMeansRunningThereNow() {
        var story = with("flow", "{'environments':['Staging ']}");
        assertThat(said(story)).isEqualTo(MISSING);
        story.started("api", "2", "staging");
        assertThat(said(story)).as("only started").isEqualTo(MISSING);
        story.completed("api", "2", "staging");
        assertThat(said(story)).isEqualTo("PASSED");
        story.failed("api", "3", "staging");
        assertThat(said(story)).as("it still runs").isEqualTo("PASSED");
        story.completed("api", "3", "staging");
        assertThat(said(story)).isEqualTo(MISSING);
    }

    @Test
    void historicMeansThatItEverCompletedThere() {
        var story = with("flow", "{'environments':['stage'],'evidence':'historic'}");
        story.completed("api", "2", "staging").completed("api", "3", "staging");
        assertThat(said(story)).as("by its alias").isEqualTo("PASSED");
        assertThat(said(with("flow", "{'environments':['staging'],'evidence':'historic'}")))
                .isEqualTo(MISSING);
    }

    @Test
    void whatTheGateHadNotAdmittedProvesNothingWhereItEnforces() {
        var enforced = with("flow", "{'environments':['staging']}");
        assertThat(said(enforced.ungated("api", "2", "staging"))).isEqualTo(MISSING);
        var reported = with("flow", "{'environments':['sandbox']}");
        assertThat(said(reported.ungated("api", "2", "sandbox"))).isEqualTo("PASSED");
    }

    @Test
    void anyIsEnoughOrAllAreNeeded() {
        var any = with("flow", "{'environments':['test','staging'],'match':'any'}");
        assertThat(said(any)).isEqualTo(MISSING);
        assertThat(said(any.completed("api", "2", "staging"))).isEqualTo("PASSED");

        var all = with("flow", "{'environments':['test','staging']}");
        all.completed("api", "2", "staging");
        assertThat(said(all)).isEqualTo(MISSING);
        assertThat(Asked.finding(all, NOW).message()).contains("does not run in test");
        assertThat(said(all.completed("api", "2", "test"))).isEqualTo("PASSED");
    }

    @Test
    void strictOrderWantsCompletionsInTheListedOrder() {
        var story =
                with(
                        "flow",
                        "{'environments':['test','staging'],'match':'strict_order','evidence':'historic'}");
        story.completed("api", "2", "staging").completed("api", "2", "test");
        assertThat(said(story)).as("the other way round").isEqualTo(MISSING);
        assertThat(said(story.completed("api", "2", "staging"))).isEqualTo("PASSED");
    }

    @Test
    void theEvidenceMayNotBeTooOld() {
        var story =
                with("flow", "{'environments':['staging'],'evidence':'historic','max_age':'PT4H'}");
        story.at(ago("PT4H")).completed("api", "2", "staging");
        assertThat(said(story)).as("half-open").isEqualTo(STALE);
        assertThat(said(story, NOW.minusSeconds(1))).isEqualTo("PASSED");
        story.at(ago("PT1H")).completed("api", "2", "staging");
        assertThat(said(story)).as("the newest counts").isEqualTo("PASSED");
    }

    @Test
    void aRecordThatCannotBeReadIsNoEvidence() {
        var story = with("flow", "{'environments':['staging']}").completed("api", "2", "staging");
        story.poison("dr", "deployment.completed", "api@staging");
        assertThat(said(story)).isEqualTo("POLICY_ERROR");
        assertThat(said(with("flow", "{'environments':['nowhere']}"))).isEqualTo(MISSING);
    }

    /** Its admitted stay has ended, and nothing says that what runs now was let go. */
    @Test
    void whatRunsByAnUngatedCompletionIsNoEvidenceThoughItRanBefore() {
        var story = with("flow", "{'environments':['staging'],'evidence':'current'}");
        story.completed("api", "2", "staging");
        assertThat(said(story)).isEqualTo("PASSED");
        story.completed("api", "3", "staging").ungated("api", "2", "staging");
        assertThat(said(story)).isEqualTo("FLOW_VIOLATION");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/environments",
                "{'environments':[]}|/environments",
                "{'environments':['a',3]}|/environments/1",
                "{'environments':['a'],'match':'some'}|/match",
                "{'environments':['a'],'evidence':'hearsay'}|/evidence",
                "{'environments':['a'],'max_age':'P1M'}|/max_age",
                "{'environments':['a'],'max_age':'PT0S'}|/max_age",
                "{'environments':['a'],'max_age':'P400D'}|/max_age",
                "{'environments':['a'],'x':1}|/x"
            })
    void badOptionsAreNamed(String options, String pointer) {
        assertThat(wrong("flow", options)).containsExactly(pointer);
    }

    @Test
    void goodOptionsAreReadAsTheyAreWritten() {
        assertThat(wrong("flow", "{'environments':['a','b','a'],'match':'strict_order'}"))
                .containsExactly("/environments");
        assertThat(wrong("flow", "{'environments':['a','b','a']}")).isEmpty();
        assertThat(wrong("flow", "{'environments':['a'],'match':'any','max_age':'P2D'}")).isEmpty();
    }
}
