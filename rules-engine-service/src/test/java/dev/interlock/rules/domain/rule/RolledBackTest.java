package dev.interlock.rules.domain.rule;

import static dev.interlock.rules.domain.rule.Asked.NOW;
import static dev.interlock.rules.domain.rule.Asked.ago;
import static dev.interlock.rules.domain.rule.Asked.said;
import static dev.interlock.rules.domain.rule.Asked.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.rule.Soaking.Measure;
import dev.interlock.rules.domain.rule.Soaking.ResetOn;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a stay, and of what rests on it, when a deployment is rolled back. */
class RolledBackTest {

    private static final Environment STAGING =
            new Environment("staging", "staging", true, List.of("stage"));

    /** Version 2 ran for an hour; 3 took its place for two and was rolled back an hour ago. */
    private static Story told(Story story) {
        story.at(ago("PT4H")).completed("api", "2", "staging");
        story.at(ago("PT3H")).completed("api", "3", "staging");
        return story.at(ago("PT1H")).rolledBack("api", "3", "staging", "2");
    }

    @Test
    void theVersionBeforeBeginsANewStay() {
        var story = told(Asked.story());
        assertThat(soaked(story, "2", Measure.CONTINUOUS_CURRENT)).isEqualTo(hours(1));
        assertThat(soaked(story, "2", Measure.LONGEST_CONTINUOUS)).isEqualTo(hours(1));
        assertThat(soaked(story, "2", Measure.SINCE_FIRST_SUCCESS)).isEqualTo(hours(4));
        var lane = story.world().lane("api", STAGING);
        assertThat(lane.current()).isEqualTo("2");
        assertThat(lane.history().runningSince()).isEqualTo(ago("PT1H"));
    }

    @Test
    void theStayOfWhatWasRolledBackIsOverButItWasASuccess() {
        var story = told(Asked.story());
        assertThat(soaked(story, "3", Measure.CONTINUOUS_CURRENT)).isZero();
        assertThat(soaked(story, "3", Measure.LONGEST_CONTINUOUS)).isEqualTo(hours(2));
        assertThat(soaked(story, "3", Measure.SINCE_FIRST_SUCCESS)).isEqualTo(hours(3));
    }

    @Test
    void aSoakRuleWaitsForTheNewStay() {
        var story =
                told(
                        with(
                                "soak",
                                "{'environments':['staging'],'minimum':'PT2H','measure':'continuous_current'}"));
        assertThat(said(story)).isEqualTo("INSUFFICIENT_SOAK_TIME");
        assertThat(said(story, NOW.plusSeconds(3_599))).isEqualTo("INSUFFICIENT_SOAK_TIME");
        assertThat(said(story, NOW.plusSeconds(3_600))).isEqualTo("PASSED");
    }

    @Test
    void aRestoredStayThatNothingProvedProvesNothing() {
        var story = Asked.story().at(ago("PT4H")).ungated("api", "2", "staging");
        story.at(ago("PT3H")).completed("api", "3", "staging");
        story.at(ago("PT1H")).rolledBack("api", "3", "staging", "2");
        assertThat(soaked(story, "2", Measure.CONTINUOUS_CURRENT)).isZero();
    }

    @Test
    void afterAFailureSoakingBeginsWithTheNextCompletionOnly() {
        var story = Asked.story().at(ago("PT4H")).completed("api", "2", "staging");
        story.at(ago("PT3H")).completed("api", "3", "staging");
        story.at(ago("PT2H")).failed("api", "4", "staging");
        story.at(ago("PT1H")).rolledBack("api", "3", "staging", "2");
        var soaking =
                Soaking.of(story.world().lane("api", STAGING), "2", STAGING, ResetOn.FAILURE, NOW);
        assertThat(soaking.soaked(Measure.LONGEST_CONTINUOUS, NOW)).isZero();
    }

    @Test
    void flowGoesByWhatRunsAgain() {
        var flow = told(with("flow", "{'environments':['staging']}"));
        assertThat(said(flow)).isEqualTo("PASSED");
        flow.at(ago("PT30M")).rolledBack("api", "2", "staging", null);
        assertThat(said(flow)).isEqualTo("FLOW_VIOLATION");
        assertThat(flow.world().lane("api", STAGING).history().runningSince()).isNull();
    }

    @Test
    void whatWasRolledBackIsNoRollbackWhenItComesAgain() {
        var story = Asked.story();
        story.completed("api", "2", "production").completed("api", "3", "production");
        assertThat(action(story)).isEqualTo("rollback");
        story.rolledBack("api", "3", "production", "2");
        assertThat(action(story)).isEqualTo("redeploy");
        story.rolledBack("api", "2", "production", null);
        assertThat(action(story)).isEqualTo("deploy");
        story.completed("api", "2", "production").completed("api", "4", "production");
        assertThat(action(story)).isEqualTo("rollback");
    }

    private static @Nullable String action(Story story) {
        return story.judge("api", "2", "production").action();
    }

    private static Duration soaked(Story story, String version, Measure measure) {
        var lane = story.world().lane("api", STAGING);
        return Soaking.of(lane, version, STAGING, ResetOn.NEVER, NOW).soaked(measure, NOW);
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }
}
