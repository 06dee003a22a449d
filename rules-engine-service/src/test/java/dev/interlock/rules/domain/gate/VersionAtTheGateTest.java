package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.NOW;
import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.toProduction;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.Sources;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.GateQuery;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Rejected and quarantined versions. */
class VersionAtTheGateTest {

    private static final Instant END = NOW.plus(Duration.ofHours(2));

    private final Story story =
            Story.usual()
                    .open("DR-1", "ann", toProduction(item("api", "2")))
                    .approve("DR-1", "qa", "quinn")
                    .approve("DR-1", "security", "sam");

    @Test
    void aRejectionBlocksWhateverApprovedItUntilItIsRevoked() {
        story.rejectVersion("api", "2");

        var judgement = judge("production", NOW);
        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.code()).isEqualTo("VERSION_REJECTED");
        assertThat(judgement.httpStatus()).isEqualTo(428);
        assertThat(judgement.retryAfter()).isNull();
        assertThat(judgement.earliestPossible()).isNull();
        assertThat(requireNonNull(judgement.primary()).whoCanFix().getFirst().people())
                .containsExactly("sam");

        story.liftRejection("api", "2");
        assertThat(judge("production", NOW).allowed()).isTrue();
    }

    @Test
    void takesTheModeOfTheEnvironment() {
        story.rejectVersion("api", "3");

        var judgement = story.judge("api", "3", "staging");

        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.wouldBlock()).isTrue();
        assertThat(judgement.code()).isEqualTo("VERSION_REJECTED");
    }

    @Test
    void anotherVersionIsNotMeant() {
        story.rejectVersion("api", "3");
        assertThat(judge("production", NOW).allowed()).isTrue();
    }

    @Test
    void aQuarantineEndsByItselfAtItsEndAndNoSecondEarlier() {
        story.quarantine("api", "2", END).quarantine("api", "2", END.minusSeconds(60));

        var judgement = judge("production", NOW);
        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.retryAfter()).isEqualTo(END);
        assertThat(judgement.earliestPossible()).isEqualTo(END);
        assertThat(requireNonNull(judgement.primary()).nextEvaluationTime()).isEqualTo(END);
        assertThat(judge("production", END.minusSeconds(1)).allowed()).isFalse();
        assertThat(judge("production", END).allowed()).isTrue();
    }

    @Test
    void waitingAloneDoesNotReplaceAnApproval() {
        story.withdraw("DR-1", "qa", "quinn").quarantine("api", "2", END);

        var judgement = judge("production", NOW);
        assertThat(judgement.retryAfter()).isNull();
        assertThat(judgement.earliestPossible()).isEqualTo(END);
    }

    @Test
    void aProvenRollbackIsNotExempt() {
        var rollback =
                Story.usual()
                        .started("api", "1", "production")
                        .completed("api", "1", "production")
                        .started("api", "2", "production")
                        .completed("api", "2", "production");
        assertThat(rollback.judge("api", "1", "production").action()).isEqualTo("rollback");

        rollback.rejectVersion("api", "1");

        var judgement = rollback.judge("api", "1", "production");
        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.action()).isEqualTo("deploy");
    }

    @Test
    void aRecordAboutItThatCannotBeReadBlocksThisVersionAlone() {
        story.poison(Sources.APPROVAL, "version.rejected", "api@2");

        assertThat(judge("production", NOW).code()).isEqualTo("POLICY_ERROR");
        assertThat(story.judge("api", "9", "production").code()).isNull();
    }

    private Judgement judge(String environment, Instant at) {
        return (Judgement)
                Gate.decide(
                        new GateQuery("api", "2", environment, null, null, "ci"),
                        story.world(),
                        at);
    }
}
