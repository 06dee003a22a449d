package dev.interlock.dr.write.presumefailed;

import static dev.interlock.dr.Decisions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Decisions;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.events.DeploymentPresumedFailed;
import dev.interlock.dr.events.DeploymentStarted;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PresumeFailedDecisionTest {

    @Test
    void atTheEndOfItsLeaseARunIsPresumedToHaveFailedOnce() {
        var lane = running(NOW);
        var lost = (DeploymentPresumedFailed) decide(lane).orThrow().getFirst();
        assertThat(lost.drs()).containsExactly("DR-1");
        assertThat(decide(lane.evolve(lost))).isInstanceOf(Redundant.class);
    }

    @Test
    void neitherBeforeNorWithoutALease() {
        assertThat(decide(running(NOW.plusMillis(1)))).isInstanceOf(Redundant.class);
        assertThat(decide(running(null))).isInstanceOf(Redundant.class);
        assertThat(decide(Lane.unused())).isInstanceOf(Redundant.class);
    }

    private static Decision<LaneEvent> decide(Lane lane) {
        return PresumeFailedDecision.decide(
                lane, new PresumeFailed("dep_1", "api", "production", NOW));
    }

    private static Lane running(@Nullable Instant leaseUntil) {
        return Lane.unused()
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
                                leaseUntil,
                                Report.bare(NOW)));
    }
}
