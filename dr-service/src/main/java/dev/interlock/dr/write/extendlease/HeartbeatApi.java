package dev.interlock.dr.write.extendlease;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.http.DeploymentView;
import dev.interlock.dr.http.Deployments;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.Leases;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.eventstore.Answer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HeartbeatApi {

    /**
     * @param lease an ISO 8601 duration from now on; null = as is usual here
     */
    record HeartbeatBody(@Nullable String lease) {}

    private final Deployments deployments;
    private final Dispatch dispatch;
    private final Leases leases;
    private final Clock clock;

    HeartbeatApi(Deployments deployments, Dispatch dispatch, Leases leases, Clock clock) {
        this.deployments = deployments;
        this.dispatch = dispatch;
        this.leases = leases;
        this.clock = clock;
    }

    @PostMapping("/v1/deployments/{id}/heartbeat")
    ResponseEntity<DeploymentView> beat(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable HeartbeatBody body,
            Caller caller) {
        caller.requireSomewhere(Permission.DEPLOYMENT_REPORT);
        var violations = new Violations();
        var lease = Leases.read(body == null ? null : body.lease(), violations);
        violations.throwIfAny();
        var known = deployments.get(id);
        caller.require(Permission.DEPLOYMENT_REPORT, known.product(), known.environment());
        Answer<Lane> answer =
                dispatch.send(
                        new ExtendLease(
                                id,
                                known.product(),
                                known.environment(),
                                lease == null ? leases.usual() : lease,
                                clock.instant()),
                        caller);
        return Dispatch.answer(200, answer.position()).body(deployments.get(id));
    }
}
