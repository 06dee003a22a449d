package dev.interlock.dr.write.extendlease;

import static dev.interlock.dr.Decisions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Decisions;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.DeploymentLeaseExtended;
import dev.interlock.dr.events.DeploymentPresumedFailed;
import dev.interlock.dr.events.DeploymentStarted;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.Report;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaseDecisionTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Lane RUNNING =
            Lane.unused()
                    .evolve(
                            new DeploymentStarted(
                                    "dep_1",
                                    "api",
                                    "1",
                                    "production",
                                    List.of("DR-1"),
                                    Decisions.allow("api", "1", "production", 0, "DR-1"),
                                    1,
                                    null,
                                    NOW.plus(HOUR),
                                    Report.bare(NOW)));

    @Test
    void aHeartbeatExtendsTheLeaseFromNowOn() {
        var extended =
                (DeploymentLeaseExtended)
                        beat(RUNNING, "dep_1", HOUR.plusMinutes(1)).orThrow().getFirst();
        assertThat(extended.leaseUntil()).isEqualTo(NOW.plus(HOUR).plusSeconds(60));
        var after = RUNNING.evolve(extended);
        assertThat(after.running().getFirst().drs()).containsExactly("DR-1");
        assertThat(after.running().getFirst().hasLapsed(NOW.plus(HOUR))).isFalse();
        assertThat(after.running().getFirst().hasLapsed(extended.leaseUntil())).isTrue();
        assertThat(after.revision()).as("who decided on the lane before asks again").isEqualTo(2);
    }

    @Test
    void aHeartbeatShortensNothing() {
        assertThat(beat(RUNNING, "dep_1", Duration.ofMinutes(1))).isInstanceOf(Redundant.class);
    }

    @Test
    void whoLostTheLaneIsToldSo() {
        var lost =
                RUNNING.evolve(
                        new DeploymentPresumedFailed(
                                "dep_1",
                                "api",
                                "1",
                                "production",
                                List.of("DR-1"),
                                2,
                                Report.bare(NOW)));
        assertThat(refusal(beat(lost, "dep_1", HOUR.plusMinutes(1))))
                .isEqualTo(new Refusal.NotRunning("dep_1", "presumed_failed"));
        assertThat(refusal(beat(RUNNING, "dep_9", HOUR))).isInstanceOf(Refusal.Unknown.class);
    }

    private static Decision<LaneEvent> beat(Lane lane, String id, Duration lease) {
        return ExtendLeaseDecision.decide(
                lane, new ExtendLease(id, "api", "production", lease, NOW));
    }

    private static Refusal refusal(Decision<LaneEvent> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<LaneEvent>) decision).refusal();
    }
}
