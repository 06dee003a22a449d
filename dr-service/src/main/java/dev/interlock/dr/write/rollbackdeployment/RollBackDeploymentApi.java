package dev.interlock.dr.write.rollbackdeployment;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.http.DeploymentView;
import dev.interlock.dr.http.Deployments;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.Fields;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RollBackDeploymentApi {

    record Body(@Nullable String reason) {}

    private final Deployments deployments;
    private final Dispatch dispatch;
    private final Clock clock;

    RollBackDeploymentApi(Deployments deployments, Dispatch dispatch, Clock clock) {
        this.deployments = deployments;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @PostMapping("/v1/deployments/{id}/roll-back")
    ResponseEntity<DeploymentView> rollBack(
            @PathVariable String id, @RequestBody Body body, Caller caller) {
        caller.requireSomewhere(Permission.DEPLOYMENT_REPORT);
        var violations = new Violations();
        var reason = new Fields(violations).text("/reason", body.reason());
        violations.expect(reason != null, "/reason", "is required");
        violations.throwIfAny();
        var known = deployments.get(id);
        caller.require(Permission.DEPLOYMENT_REPORT, known.product(), known.environment());
        Answer<Lane> answer =
                dispatch.send(
                        new RollBackDeployment(
                                id,
                                known.product(),
                                known.environment(),
                                Objects.requireNonNull(reason),
                                clock.instant()),
                        caller);
        return Dispatch.answer(200, answer.position()).body(deployments.get(id));
    }
}
