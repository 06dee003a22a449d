package dev.interlock.dr.write.finishdeployment;

import static dev.interlock.dr.Decisions.NOW;
import static dev.interlock.dr.domain.Outcome.ABORTED;
import static dev.interlock.dr.domain.Outcome.COMPLETED;
import static dev.interlock.dr.domain.Outcome.FAILED;
import static dev.interlock.dr.write.finishdeployment.FinishDeploymentDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Decisions;
import dev.interlock.dr.Reports;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Accepted;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Outcome;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.Reported;
import dev.interlock.dr.events.DeploymentAborted;
import dev.interlock.dr.events.DeploymentCompleted;
import dev.interlock.dr.events.DeploymentFailed;
import dev.interlock.dr.events.DeploymentPresumedFailed;
import dev.interlock.dr.events.DeploymentStarted;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FinishDeploymentDecisionTest {

    private static final Lane RUNNING = Lane.unused().evolve(started("dep_1", "run-1"));

    @Test
    void completingSpendsTheAdmission() {
        var event = (DeploymentCompleted) only(decide(RUNNING, byReport(COMPLETED, "run-1")));
        assertThat(event.deploymentId()).isEqualTo("dep_1");
        assertThat(event.ungated()).isFalse();
        assertThat(RUNNING.evolve(event).spent())
                .containsExactly(new Lane.Admission("DR-1", "1.0.0"));
        assertThat(RUNNING.evolve(event).running()).isEmpty();
    }

    @Test
    void failingAndAbortingFreeTheLaneAndSpendNothing() {
        var failed = only(decide(RUNNING, byReport(FAILED, "run-1")));
        var aborted = only(decide(RUNNING, byReport(ABORTED, "run-1")));
        assertThat(failed).isInstanceOf(DeploymentFailed.class);
        assertThat(aborted).isInstanceOf(DeploymentAborted.class);
        assertThat(RUNNING.evolve(failed).spent()).isEmpty();
        assertThat(RUNNING.evolve(aborted).running()).isEmpty();
    }

    @Test
    void aReportDeliveredTwiceIsRedundant() {
        var done = RUNNING.evolve(only(decide(RUNNING, byReport(COMPLETED, "run-1"))));
        assertThat(decide(done, byReport(COMPLETED, "run-1"))).isInstanceOf(Redundant.class);
    }

    @Test
    void anotherRunsFailureDoesNotFreeTheLane() {
        var event = only(decide(RUNNING, byReport(FAILED, "refused-run")));
        assertThat(event.deploymentId()).isEqualTo("dep_new");
        assertThat(RUNNING.evolve(event).running()).hasSize(1);
    }

    @Test
    void aNamelessFailureDoesNotFreeTheLaneOfANamedRun() {
        var event = only(decide(RUNNING, nameless(FAILED, NOW)));
        assertThat(RUNNING.evolve(event).running()).hasSize(1);
    }

    @Test
    void aNamelessCompletionIsOfWhatRuns() {
        var event = (DeploymentCompleted) only(decide(RUNNING, nameless(COMPLETED, NOW)));
        assertThat(event.deploymentId()).isEqualTo("dep_1");
        assertThat(event.ungated()).isFalse();
    }

    @Test
    void aCompletionThatWasNeverStartedIsUngatedAndSpendsNothing() {
        var event = (DeploymentCompleted) only(decide(Lane.unused(), byReport(COMPLETED, "run-1")));
        assertThat(event.ungated()).isTrue();
        assertThat(event.drs()).isEmpty();
        assertThat(Lane.unused().evolve(event).revision()).isEqualTo(1);
    }

    @Test
    void twoNamelessCompletionsFarApartAreTwo() {
        var once = Lane.unused().evolve(only(decide(Lane.unused(), nameless(COMPLETED, NOW))));
        assertThat(decide(once, nameless(COMPLETED, NOW.plusSeconds(60))))
                .isInstanceOf(Redundant.class);
        assertThat(decide(once, nameless(COMPLETED, NOW.plusSeconds(180))))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void byItsIdADeploymentEndsOnce() {
        var done = RUNNING.evolve(only(decide(RUNNING, byId(COMPLETED, "dep_1"))));
        assertThat(decide(done, byId(COMPLETED, "dep_1"))).isInstanceOf(Redundant.class);
        assertThat(refusal(decide(done, byId(FAILED, "dep_1"))))
                .isEqualTo(new Refusal.NotRunning("dep_1", "completed"));
        assertThat(refusal(decide(done, byId(FAILED, "dep_9"))))
                .isInstanceOf(Refusal.Unknown.class);
    }

    @Test
    void whatIsHeardOfAPresumedFailureCorrectsIt() {
        var presumed =
                RUNNING.evolve(
                        new DeploymentPresumedFailed(
                                "dep_1",
                                "api",
                                "1.0.0",
                                "production",
                                List.of("DR-1"),
                                2,
                                Report.bare(NOW)));
        assertThat(presumed.running()).isEmpty();
        var late = (DeploymentCompleted) only(decide(presumed, byId(COMPLETED, "dep_1")));
        assertThat(late.ungated()).as("it had been admitted").isFalse();
        assertThat(late.drs()).containsExactly("DR-1");
        assertThat(presumed.evolve(late).spent()).hasSize(1);
        assertThat(only(decide(presumed, byReport(COMPLETED, "run-1"))).deploymentId())
                .isEqualTo("dep_1");
        assertThat(only(decide(presumed, byId(FAILED, "dep_1"))))
                .isInstanceOf(DeploymentFailed.class);
    }

    private static LaneEvent started(String id, String run) {
        return new DeploymentStarted(
                id,
                "api",
                "1.0.0",
                "production",
                List.of("DR-1"),
                Decisions.allow("api", "1.0.0", "production", 0, "DR-1"),
                1,
                null,
                null,
                Reports.of(run, 1, NOW));
    }

    private static FinishDeployment byReport(Outcome outcome, String run) {
        // a report of another status has another key
        var report = Reports.of(run, outcome.ordinal() + 100, NOW);
        return command(null, outcome, report);
    }

    private static FinishDeployment nameless(Outcome outcome, Instant at) {
        return command(null, outcome, Reports.nameless(at));
    }

    private static FinishDeployment byId(Outcome outcome, String id) {
        return command(id, outcome, Report.bare(NOW));
    }

    private static FinishDeployment command(@Nullable String id, Outcome outcome, Report report) {
        return new FinishDeployment(
                id, "dep_new", "api", "1.0.0", "production", outcome, Reported.as(report));
    }

    private static LaneEvent only(Decision<LaneEvent> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return decision.orThrow().getFirst();
    }

    private static Refusal refusal(Decision<LaneEvent> decision) {
        assertThat(decision).isInstanceOf(Refused.class);
        return ((Refused<LaneEvent>) decision).refusal();
    }
}
