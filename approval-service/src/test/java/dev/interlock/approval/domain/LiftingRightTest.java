package dev.interlock.approval.domain;

import static dev.interlock.approval.domain.Versions.NOW;
import static dev.interlock.approval.domain.Versions.history;
import static dev.interlock.approval.domain.Versions.quarantined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Refusal.AgentMayNotApprove;
import dev.interlock.approval.domain.Refusal.BuilderMayNotSignOff;
import dev.interlock.approval.domain.Refusal.NotYours;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiftingRightTest {

    @Test
    void whoStoppedItMayAndAReleaseManagerWhoDidNotBuildIt() {
        assertThat(objection("usr_sam", "human", "security")).isEmpty();
        assertThat(objection("usr_rita", "human", "release_manager")).isEmpty();
        assertThat(objection("usr_sue", "human", "security")).containsInstanceOf(NotYours.class);
        assertThat(objection("usr_bob", "human", "admin"))
                .containsInstanceOf(BuilderMayNotSignOff.class);
        assertThat(objection("usr_sam", "agent", "security"))
                .containsInstanceOf(AgentMayNotApprove.class);
    }

    @Test
    void aQuarantineIsHalfOpen() {
        var quarantine =
                history(quarantined("vqu_1", "usr_sam", Duration.ofHours(1)))
                        .quarantine("vqu_1")
                        .orElseThrow();
        var end = NOW.plus(Duration.ofHours(1));
        assertThat(quarantine.standsAt(end.minusNanos(1))).isTrue();
        assertThat(quarantine.standsAt(end)).isFalse();
    }

    private static Optional<Refusal> objection(String person, String actorKind, String role) {
        return LiftingRight.objection(
                new Approver(person, actorKind, List.of(role)),
                "vrj_1",
                "usr_sam",
                Versions.built(null));
    }
}
