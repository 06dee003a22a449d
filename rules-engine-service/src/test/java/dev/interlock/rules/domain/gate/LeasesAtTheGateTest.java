package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.domain.gate.GateTest.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.Story;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeasesAtTheGateTest {

    private static final Instant NOW = Story.NOW;
    private final Story story = Story.usual();

    @Test
    void aRunningDeploymentHoldsTheLaneUntilItsLeaseEnds() {
        story.lease(NOW).started("api", "1", "production");
        var before = story.judgeAt(NOW.minusSeconds(1), "api", "2", "production");
        assertThat(codes(before)).containsExactly("DEPLOYMENT_IN_PROGRESS");
        assertThat(before.retryAfter())
                .as("a running deployment is not cleared by waiting")
                .isNull();

        var after = story.judgeAt(NOW, "api", "2", "production");
        assertThat(after.allowed()).isTrue();
        assertThat(after.findings().toString()).contains("is presumed to have failed");
    }

    @Test
    void whoIsHeardOfHoldsItLonger() {
        story.lease(NOW).started("api", "1", "production");
        story.heardOf("api", "1", "production", NOW.plusSeconds(60));
        assertThat(codes(story.judge("api", "2", "production")))
                .containsExactly("DEPLOYMENT_IN_PROGRESS");
        assertThat(story.judgeAt(NOW.plusSeconds(60), "api", "2", "production").allowed()).isTrue();
    }

    @Test
    void withoutALeaseItHoldsTheLaneForEver() {
        story.started("api", "1", "production");
        assertThat(codes(story.judgeAt(NOW.plus(Duration.ofDays(900)), "api", "2", "production")))
                .containsExactly("DEPLOYMENT_IN_PROGRESS");
    }

    @Test
    void whereNothingIsEnforcedEachRunIsTold() {
        story.lease(NOW.plusSeconds(60)).started("api", "1", "production");
        story.lease(NOW.plusSeconds(30)).started("api", "2", "production");
        assertThat(codes(story.judge("api", "3", "production")))
                .containsExactly("DEPLOYMENT_IN_PROGRESS", "DEPLOYMENT_IN_PROGRESS");
        story.failed("api", "2", "production");
        assertThat(codes(story.judge("api", "3", "production")))
                .as("the first goes on, whatever became of the second")
                .containsExactly("DEPLOYMENT_IN_PROGRESS");
        assertThat(story.judgeAt(NOW.plusSeconds(60), "api", "3", "production").allowed()).isTrue();
    }

    @Test
    void aLateCompletionCorrectsWhatWasPresumed() {
        story.started("api", "1", "production").presumedFailed("api", "1", "production");
        assertThat(story.judge("api", "1", "production").action()).isEqualTo("deploy");
        story.completed("api", "1", "production");
        assertThat(story.judge("api", "1", "production").action()).isEqualTo("redeploy");
    }
}
