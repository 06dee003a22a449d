package dev.interlock.dr.write.rollbackdeployment;

import static dev.interlock.dr.Decisions.NOW;
import static dev.interlock.dr.write.rollbackdeployment.RollBackDeploymentDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Lane.Admission;
import dev.interlock.dr.domain.Lane.Ran;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.DeploymentCompleted;
import dev.interlock.dr.events.DeploymentFailed;
import dev.interlock.dr.events.DeploymentRolledBack;
import dev.interlock.dr.events.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollBackDeploymentDecisionTest {

    @Test
    void theVersionBeforeRunsAgainAndTheAdmissionStaysSpent() {
        var lane = completed(completed(Lane.unused(), "dep_1", "1"), "dep_2", "2");
        var event = rolledBack(lane, "dep_2");
        assertThat(event.version()).isEqualTo("2");
        assertThat(event.restored()).isEqualTo("1");
        assertThat(event.restoredDeployment()).isEqualTo("dep_1");
        assertThat(event.drs()).containsExactly("DR-2");
        assertThat(event.laneRevision()).isEqualTo(lane.revision() + 1);
        var after = lane.evolve(event);
        assertThat(after.spent()).contains(new Admission("DR-2", "2"));
        assertThat(after.ranLast(0)).contains(new Ran("1", "dep_1"));
        assertThat(after.find("dep_2").orElseThrow().status()).isEqualTo("rolled_back");
        assertThat(rolledBack(after, "dep_1").restored()).isNull();
    }

    @Test
    void aRedeploymentIsNoVersionOfItsOwn() {
        var lane = completed(completed(Lane.unused(), "dep_1", "1"), "dep_2", "2");
        lane = completed(lane, "dep_3", "2");
        assertThat(rolledBack(lane, "dep_3").restored()).isEqualTo("1");
        assertThat(decide(lane, command("dep_2")))
                .isEqualTo(
                        new Refused<>(
                                new Refusal.NotCurrent("dep_2", "api@production", "completed")));
    }

    @Test
    void onlyWhatRunsCanBeRolledBack() {
        var lane = completed(completed(Lane.unused(), "dep_1", "1"), "dep_2", "2");
        assertThat(decide(lane, command("dep_1"))).isInstanceOf(Refused.class);
        assertThat(decide(lane, command("dep_9")))
                .isEqualTo(new Refused<>(new Refusal.Unknown("deployment", "dep_9")));
        var failed =
                lane.evolve(
                        new DeploymentFailed(
                                "dep_3", "api", "3", "production", List.of(), 3, Report.bare(NOW)));
        assertThat(decide(failed, command("dep_3"))).isInstanceOf(Refused.class);
        assertThat(rolledBack(failed, "dep_2").restored()).isEqualTo("1");
    }

    @Test
    void repeatingItIsRedundant() {
        var lane = completed(Lane.unused(), "dep_1", "1");
        assertThat(decide(lane.evolve(rolledBack(lane, "dep_1")), command("dep_1")))
                .isInstanceOf(Redundant.class);
    }

    private static DeploymentRolledBack rolledBack(Lane lane, String id) {
        return (DeploymentRolledBack) decide(lane, command(id)).orThrow().getFirst();
    }

    private static RollBackDeployment command(String id) {
        return new RollBackDeployment(id, "api", "production", "errors", NOW);
    }

    private static Lane completed(Lane lane, String id, String version) {
        return lane.evolve(
                new DeploymentCompleted(
                        id,
                        "api",
                        version,
                        "production",
                        false,
                        List.of("DR-" + version),
                        lane.revision() + 1,
                        Report.bare(NOW)));
    }
}
