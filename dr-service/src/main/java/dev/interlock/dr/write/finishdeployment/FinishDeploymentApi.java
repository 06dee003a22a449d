package dev.interlock.dr.write.finishdeployment;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Outcome;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.Reported;
import dev.interlock.dr.events.Report;
import dev.interlock.dr.http.DeploymentView;
import dev.interlock.dr.http.Deployments;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.problem.DrProblems;
import dev.interlock.edge.Caller;
import java.time.Clock;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FinishDeploymentApi {

    private static final Set<String> OPEN = Set.of("pending", "started", "presumed_failed");

    private final Finishes finishes;
    private final Deployments deployments;
    private final Clock clock;

    FinishDeploymentApi(Finishes finishes, Deployments deployments, Clock clock) {
        this.finishes = finishes;
        this.deployments = deployments;
        this.clock = clock;
    }

    @PostMapping("/v1/deployments/{id}/complete")
    ResponseEntity<DeploymentView> complete(@PathVariable String id, Caller caller) {
        return finish(id, Outcome.COMPLETED, caller);
    }

    @PostMapping("/v1/deployments/{id}/fail")
    ResponseEntity<DeploymentView> fail(@PathVariable String id, Caller caller) {
        return finish(id, Outcome.FAILED, caller);
    }

    @PostMapping("/v1/deployments/{id}/abort")
    ResponseEntity<DeploymentView> abort(@PathVariable String id, Caller caller) {
        return finish(id, Outcome.ABORTED, caller);
    }

    private ResponseEntity<DeploymentView> finish(String id, Outcome outcome, Caller caller) {
        caller.requireSomewhere(Permission.DEPLOYMENT_REPORT);
        var known = deployments.get(id);
        caller.require(Permission.DEPLOYMENT_REPORT, known.product(), known.environment());
        if (!OPEN.contains(known.status()) && !known.status().equals(outcome.word())) {
            throw DrProblems.of(new Refusal.NotRunning(id, known.status()));
        }
        var answer =
                finishes.finish(
                        new FinishDeployment(
                                id,
                                id,
                                known.product(),
                                known.version(),
                                known.environment(),
                                outcome,
                                Reported.as(Report.bare(clock.instant()))),
                        caller);
        return Dispatch.answer(200, answer.position()).body(deployments.get(id));
    }
}
