package dev.interlock.dr.reports;

import dev.interlock.contracts.dr.DeploymentReport;
import dev.interlock.contracts.dr.DeploymentReportAnswer;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.LaneAnswer;
import dev.interlock.dr.domain.Outcome;
import dev.interlock.dr.domain.Reported;
import dev.interlock.dr.firstsight.FirstSight;
import dev.interlock.dr.firstsight.Target;
import dev.interlock.dr.http.DeploymentView;
import dev.interlock.dr.http.Deployments;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.write.announcedeployment.AnnounceDeployment;
import dev.interlock.dr.write.finishdeployment.FinishDeployment;
import dev.interlock.dr.write.finishdeployment.Finishes;
import dev.interlock.dr.write.startdeployment.Start;
import dev.interlock.dr.write.startdeployment.Starts;
import dev.interlock.edge.Caller;
import dev.interlock.eventstore.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeploymentReportsApi {

    private final FirstSight firstSight;
    private final Starts starts;
    private final Finishes finishes;
    private final Dispatch dispatch;
    private final Deployments deployments;
    private final Clock clock;

    DeploymentReportsApi(
            FirstSight firstSight,
            Starts starts,
            Finishes finishes,
            Dispatch dispatch,
            Deployments deployments,
            Clock clock) {
        this.firstSight = firstSight;
        this.starts = starts;
        this.finishes = finishes;
        this.dispatch = dispatch;
        this.deployments = deployments;
        this.clock = clock;
    }

    @PostMapping("/internal/deployment-reports")
    ResponseEntity<DeploymentReportAnswer> report(
            @RequestBody DeploymentReport body, Caller caller) {
        caller.requireSomewhere(Permission.DEPLOYMENT_REPORT);
        if (body.skipPreflightChecks()) {
            caller.requireSomewhere(Permission.OVERRIDE);
        }
        var checked = CheckedReport.of(body, clock.instant());
        var target =
                firstSight.target(
                        checked.product(),
                        checked.version(),
                        checked.environment(),
                        checked.report().scmSha(),
                        caller);
        if (body.skipPreflightChecks()) {
            caller.require(Permission.OVERRIDE, target.product(), target.environment());
        }
        var report = checked.reportedAt(target.environment());
        var answer =
                switch (checked.status()) {
                    case STARTED -> start(target, report, checked.maxWaitMillis(), caller);
                    case PENDING -> announce(target.orThrow(), report, caller);
                    case COMPLETED -> finish(target, Outcome.COMPLETED, report, caller);
                    case FAILED -> finish(target, Outcome.FAILED, report, caller);
                    case ABORTED -> finish(target, Outcome.ABORTED, report, caller);
                };
        return Dispatch.answer(200, answer.position()).body(answer(answer.result()));
    }

    private Answer<LaneAnswer> start(
            Target target, Reported report, long maxWaitMillis, Caller caller) {
        var patience = Duration.ofMillis(maxWaitMillis);
        var started = starts.start(new Start(target, null, report, patience), caller);
        return new Answer<>(started.answer(), started.position());
    }

    private Answer<LaneAnswer> announce(Target target, Reported report, Caller caller) {
        return dispatch.send(
                new AnnounceDeployment(
                        newId(), target.product(), target.version(), target.environment(), report),
                caller);
    }

    private Answer<LaneAnswer> finish(
            Target target, Outcome outcome, Reported report, Caller caller) {
        target.orThrow();
        return finishes.finish(
                new FinishDeployment(
                        null,
                        newId(),
                        target.product(),
                        target.version(),
                        target.environment(),
                        outcome,
                        report),
                caller);
    }

    private DeploymentReportAnswer answer(LaneAnswer answer) {
        var view = deployments.get(answer.deploymentId());
        return new DeploymentReportAnswer(
                answer.kind().name().toLowerCase(Locale.ROOT), recorded(view), view.decision());
    }

    private static DeploymentReportAnswer.Recorded recorded(DeploymentView view) {
        return new DeploymentReportAnswer.Recorded(
                view.id(),
                view.productId(),
                view.product(),
                view.versionId(),
                view.version(),
                view.environmentId(),
                view.environment(),
                view.status(),
                view.deployedAt(),
                view.sourceSystem(),
                view.deployedBy(),
                view.deployedByName(),
                view.report().deployedByEmail(),
                view.completedAt(),
                view.deployUrl(),
                view.extraMetadata(),
                view.soakTimeHours(),
                view.ungated());
    }

    private static String newId() {
        return "dep_" + UUID.randomUUID();
    }
}
