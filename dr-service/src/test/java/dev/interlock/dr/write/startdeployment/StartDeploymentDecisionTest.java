package dev.interlock.dr.write.startdeployment;

import static dev.interlock.dr.Decisions.NOW;
import static dev.interlock.dr.Reports.attempt;
import static dev.interlock.dr.Reports.nameless;
import static dev.interlock.dr.write.startdeployment.StartDeploymentDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.contracts.gate.GateDecision.OverrideUse;
import dev.interlock.dr.Decisions;
import dev.interlock.dr.Reports;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Accepted;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.GateBlocks.Block;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.Reported;
import dev.interlock.dr.events.DeploymentAborted;
import dev.interlock.dr.events.DeploymentAnnounced;
import dev.interlock.dr.events.DeploymentCompleted;
import dev.interlock.dr.events.DeploymentFailed;
import dev.interlock.dr.events.DeploymentPresumedFailed;
import dev.interlock.dr.events.DeploymentRefused;
import dev.interlock.dr.events.DeploymentStarted;
import dev.interlock.dr.events.DeploymentTakenOver;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StartDeploymentDecisionTest {

    private static final String API = "api";
    private static final String PROD = "production";
    private static final Duration LEASE = Duration.ofHours(6);
    private static final Block OTHER_SHA =
            new Block("version", "VERSION_SHA_CONFLICT", 409, "another SHA");
    private static final Block UNREGISTERED =
            new Block("environment", "UNREGISTERED_ENVIRONMENT", 428, "nobody registered it");

    @Test
    void anAllowedStartTakesTheLaneAndHoldsTheWholeDecision() {
        var decision = Decisions.allow(API, "1", PROD, 0, "DR-1");
        var event =
                (DeploymentStarted) only(decide(Lane.unused(), start("1", decision, attempt(1))));
        assertThat(event.decision()).isEqualTo(decision);
        assertThat(event.drs()).containsExactly("DR-1");
        assertThat(event.laneRevision()).isEqualTo(1);
    }

    @Test
    void aBlockedStartIsRecordedAndLeavesTheLaneAsItWas() {
        var decision = Decisions.block(API, "1", PROD, 0);
        var event = only(decide(Lane.unused(), start("1", decision, attempt(1))));
        assertThat(event).isInstanceOf(DeploymentRefused.class);
        assertThat(Lane.unused().evolve(event)).isEqualTo(Lane.unused());
    }

    @Test
    void aRefusedStartIsDecidedAfresh() {
        var lane = lane(refused("dep_1", attempt(1)));
        assertThat(only(decide(lane, start("1", allow(lane), attempt(1)))))
                .isInstanceOf(DeploymentStarted.class);
    }

    @Test
    void anAllowOnAnOlderLaneIsAskedForAgain() {
        var lane = lane(started("dep_1", "1", attempt(1)), failed("dep_1", "1"));
        var old = Decisions.allow(API, "1", PROD, 1);
        assertThat(refusal(decide(lane, start("1", old, other(1)))))
                .isEqualTo(new Refusal.LaneMoved("api@production", 2));
    }

    @Test
    void withoutADecisionNothingStarts() {
        assertThat(refusal(decide(Lane.unused(), start("1", null, attempt(1)))))
                .isInstanceOf(Refusal.LaneMoved.class);
    }

    @Test
    void anAdmittedStartIsReplayed() {
        var lane = lane(started("dep_1", "1", attempt(1)));
        assertThat(decide(lane, start("1", null, attempt(1)))).isInstanceOf(Redundant.class);
        var done = lane.evolve(completed("dep_1", "1", "DR-1"));
        assertThat(decide(done, start("1", null, attempt(1)))).isInstanceOf(Redundant.class);
    }

    @Test
    void afterAFailureTheSameStartIsDecidedAfresh() {
        var lane = lane(started("dep_1", "1", attempt(1)), failed("dep_1", "1"));
        assertThat(refusal(decide(lane, start("1", null, attempt(1)))))
                .isInstanceOf(Refusal.LaneMoved.class);
        var event = (DeploymentStarted) only(decide(lane, start("1", allow(lane), attempt(1))));
        assertThat(event.deploymentId()).isEqualTo("dep_new");
    }

    @Test
    void aNamelessStartIsReplayedForTwoMinutes() {
        var lane = lane(started("dep_1", "1", nameless(NOW)));
        assertThat(decide(lane, start("1", null, nameless(NOW.plusSeconds(119)))))
                .isInstanceOf(Redundant.class);
        assertThat(refusal(decide(lane, start("1", null, nameless(NOW.plusSeconds(120))))))
                .isInstanceOf(Refusal.LaneMoved.class);
    }

    @Test
    void aLaterAttemptTakesOverItsOwnRunningDeployment() {
        var lane = lane(started("dep_1", "1", attempt(1)));
        var event = only(decide(lane, start("1", null, attempt(2))));
        assertThat(event).isInstanceOf(DeploymentTakenOver.class);
        assertThat(event.deploymentId()).isEqualTo("dep_1");
        var taken = lane.evolve(event);
        assertThat(taken.running().getFirst().drs()).containsExactly("DR-1");
        assertThat(decide(taken, start("1", null, attempt(2)))).isInstanceOf(Redundant.class);
        assertThat(decide(taken, start("1", null, attempt(1))))
                .as("the first attempt's retry comes late")
                .isInstanceOf(Redundant.class);
    }

    @Test
    void anEarlierAttemptTakesNothingOver() {
        var lane = lane(started("dep_1", "1", attempt(3)));
        assertThat(refusal(decide(lane, start("1", null, attempt(2)))))
                .isInstanceOf(Refusal.LaneMoved.class);
    }

    @Test
    void anotherVersionOfTheSameRunTakesNothingOver() {
        var lane = lane(started("dep_1", "1", attempt(1)));
        assertThat(refusal(decide(lane, start("2", null, attempt(2)))))
                .isInstanceOf(Refusal.LaneMoved.class);
    }

    @Test
    void oneRunsAtATimeWhateverTheGateHasSeen() {
        var lane = lane(started("dep_1", "1", attempt(1)));
        var decision = Decisions.allow(API, "2", PROD, lane.revision(), "DR-2");
        var event = (DeploymentRefused) only(decide(lane, start("2", decision, other(1))));
        assertThat(event.decision().code()).isEqualTo("DEPLOYMENT_IN_PROGRESS");
        assertThat(event.decision().httpStatus()).isEqualTo(409);
        assertThat(event.decision().allowed()).isFalse();
        assertThat(event.decision().findings()).hasSize(decision.findings().size() + 1);
    }

    @Test
    void inAReportOnlyEnvironmentASecondOneRunsBeside() {
        var lane = lane(started("dep_1", "1", attempt(1)));
        var decision = Decisions.reportOnly(API, "2", PROD, lane.revision());
        var event = only(decide(lane, start("2", decision, other(1))));
        assertThat(lane.evolve(event).running()).hasSize(2);
    }

    @Test
    void anAdmissionIsSpentByCompleting() {
        var lane = lane(started("dep_1", "1", attempt(1)), completed("dep_1", "1", "DR-1"));
        var event = (DeploymentRefused) only(decide(lane, start("1", allow(lane), other(1))));
        assertThat(event.decision().code()).isEqualTo("ADMISSION_SPENT");
    }

    @Test
    void anOverrideLiftsTheSpendingOfAnAdmissionButNotTheLane() {
        var lane = lane(started("dep_1", "1", attempt(1)), completed("dep_1", "1", "DR-1"));
        var lifted = Decisions.lifting("ADMISSION_SPENT", allow(lane));
        var event = (DeploymentStarted) only(decide(lane, start("1", lifted, other(1))));
        assertThat(event.decision().overrides()).hasSize(1);

        var busy = lane.evolve(started("dep_2", "2", attempt(2)));
        var refused =
                (DeploymentRefused)
                        only(
                                decide(
                                        busy,
                                        start(
                                                "1",
                                                Decisions.lifting("ADMISSION_SPENT", allow(busy)),
                                                other(1))));
        assertThat(refused.decision().code()).isEqualTo("DEPLOYMENT_IN_PROGRESS");
        assertThat(refused.decision().overrides())
                .containsExactly(new OverrideUse("ovr_1", "OVERRIDE_NOT_ALLOWED"));
    }

    @Test
    void whatStandsAgainstTheVersionStandsAgainstARetryAndALaterAttemptToo() {
        for (var lane :
                List.of(
                        lane(started("dep_1", "1", attempt(1))),
                        lane(started("dep_1", "1", attempt(1)), completed("dep_1", "1", "DR-1")))) {
            for (var report : List.of(attempt(1), attempt(2))) {
                var event =
                        (DeploymentRefused)
                                only(decide(lane, start("1", allow(lane), report, OTHER_SHA)));
                assertThat(event.decision().code()).isEqualTo("VERSION_SHA_CONFLICT");
                assertThat(event.decision().explainUrl())
                        .isEqualTo("/v1/deployments/" + event.deploymentId());
                assertThat(refusal(decide(lane, start("1", null, report, OTHER_SHA))))
                        .isInstanceOf(Refusal.LaneMoved.class);
            }
        }
    }

    @Test
    void theFirstOfItsClassIsThePrimaryCodeWhoeverSaysIt() {
        assertThat(primary(OTHER_SHA, "FREEZE_ACTIVE", 423)).isEqualTo("VERSION_SHA_CONFLICT");
        assertThat(primary(OTHER_SHA, "DEPLOYMENT_IN_PROGRESS", 409))
                .isEqualTo("DEPLOYMENT_IN_PROGRESS");
        assertThat(primary(UNREGISTERED, "FREEZE_ACTIVE", 423)).isEqualTo("FREEZE_ACTIVE");
        assertThat(primary(UNREGISTERED, "APPROVAL_REQUIRED", 428)).isEqualTo("APPROVAL_REQUIRED");
        assertThat(primary(UNREGISTERED, "POLICY_ERROR", 428))
                .isEqualTo("UNREGISTERED_ENVIRONMENT");
        assertThat(primary(UNREGISTERED, "UNREGISTERED_ENVIRONMENT", 428))
                .isEqualTo("UNREGISTERED_ENVIRONMENT");
    }

    private static @Nullable String primary(Block objection, String code, int status) {
        var decision = Decisions.block(API, "1", PROD, 0, code, status);
        var event =
                (DeploymentRefused)
                        only(decide(Lane.unused(), start("1", decision, attempt(1), objection)));
        assertThat(event.decision().findings()).extracting(Finding::code).doesNotHaveDuplicates();
        if (!code.equals(objection.code())) {
            assertThat(event.decision().retryAfter()).as("waiting does not help").isNull();
        }
        return event.decision().code();
    }

    @Test
    void anAdmissionIsGivenBackByFailingOrAborting() {
        for (var end : List.of(failed("dep_1", "1"), aborted("dep_1", "1"))) {
            var lane = lane(started("dep_1", "1", attempt(1)), end);
            assertThat(only(decide(lane, start("1", allow(lane), other(1)))))
                    .isInstanceOf(DeploymentStarted.class);
        }
    }

    @Test
    void anotherRequestHasAnAdmissionOfItsOwn() {
        var lane = lane(started("dep_1", "1", attempt(1)), completed("dep_1", "1", "DR-1"));
        var decision = Decisions.allow(API, "1", PROD, lane.revision(), "DR-2");
        assertThat(only(decide(lane, start("1", decision, other(1)))))
                .isInstanceOf(DeploymentStarted.class);
    }

    @Test
    void anAnnouncedDeploymentStartsUnderItsId() {
        var lane = lane(new DeploymentAnnounced("dep_0", API, "1", PROD, 1, attempt(1)));
        var decision = Decisions.allow(API, "1", PROD, 1);
        assertThat(only(decide(lane, start("1", decision, attempt(2)))).deploymentId())
                .isEqualTo("dep_0");
    }

    @Test
    void theLaneForgetsOldDeploymentsButNoRunningOneAndNoAdmission() {
        var lane = lane(started("dep_r", "0", other(9)));
        for (int i = 0; i < 200; i++) {
            lane = lane.evolve(completed("dep_" + i, "v" + i, "DR-" + i));
        }
        assertThat(lane.deployments()).hasSizeLessThanOrEqualTo(51);
        assertThat(lane.running()).hasSize(1);
        assertThat(lane.spent()).hasSize(200);
    }

    @Test
    void aStartSaysUntilWhenItMayBeSilent() {
        var allow = Decisions.allow(API, "1", PROD, 0, "DR-1");
        var event = (DeploymentStarted) only(decide(Lane.unused(), start("1", allow, attempt(1))));
        assertThat(event.leaseUntil()).isEqualTo(NOW.plus(LEASE));
    }

    @Test
    void aRunnerThatWasSilentForTooLongLosesTheLaneToTheNextStart() {
        var lane = lane(started("dep_1", "0", at(NOW.minus(LEASE))));
        var events = decide(lane, start("1", allow(lane), attempt(1))).orThrow();
        assertThat(events).extracting(LaneEvent::deploymentId).containsExactly("dep_1", "dep_new");
        assertThat(events.getFirst()).isInstanceOf(DeploymentPresumedFailed.class);
        var after = events.stream().reduce(lane, Lane::evolve, (a, b) -> b);
        assertThat(after.revision()).isEqualTo(lane.revision() + 2);
        assertThat(after.running()).hasSize(1);
        assertThat(after.find("dep_1").orElseThrow().status()).isEqualTo("presumed_failed");
    }

    @Test
    void aSecondEarlierTheLaneIsStillTaken() {
        var lane = lane(started("dep_1", "0", at(NOW.minus(LEASE).plusSeconds(1))));
        assertThat(only(decide(lane, start("1", allow(lane), attempt(1)))))
                .isInstanceOf(DeploymentRefused.class);
    }

    private static Report at(Instant time) {
        return Reports.of("lost-run", 1, time);
    }

    private static StartDeployment start(
            String version, @Nullable GateDecision decision, Report report) {
        return start(version, decision, report, null);
    }

    private static StartDeployment start(
            String version,
            @Nullable GateDecision decision,
            Report report,
            @Nullable Block objection) {
        return new StartDeployment(
                "dep_new",
                API,
                version,
                PROD,
                decision,
                0,
                "usr_ann",
                LEASE,
                Reported.as(report),
                objection);
    }

    private static GateDecision allow(Lane lane) {
        return Decisions.allow(API, "1", PROD, lane.revision(), "DR-1");
    }

    private static Report other(int attempt) {
        return Reports.of("other-run", attempt, NOW);
    }

    private static Lane lane(LaneEvent... history) {
        return Arrays.stream(history).reduce(Lane.unused(), Lane::evolve, (a, b) -> b);
    }

    private static LaneEvent started(String id, String version, Report report) {
        var decision = Decisions.allow(API, version, PROD, 0, "DR-1");
        return new DeploymentStarted(
                id,
                API,
                version,
                PROD,
                List.of("DR-1"),
                decision,
                1,
                null,
                report.at().plus(LEASE),
                report);
    }

    private static LaneEvent refused(String id, Report report) {
        return new DeploymentRefused(
                id, API, "1", PROD, Decisions.block(API, "1", PROD, 0), null, report);
    }

    private static LaneEvent completed(String id, String version, String dr) {
        return new DeploymentCompleted(
                id, API, version, PROD, false, List.of(dr), 2, Report.bare(NOW));
    }

    private static LaneEvent failed(String id, String version) {
        return new DeploymentFailed(id, API, version, PROD, List.of(), 2, Report.bare(NOW));
    }

    private static LaneEvent aborted(String id, String version) {
        return new DeploymentAborted(id, API, version, PROD, List.of(), 2, Report.bare(NOW));
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
