package dev.interlock.rules.read.gate;

import dev.interlock.contracts.gate.DecisionRequest;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.http.Names;
import dev.interlock.rules.projection.LiveWorld;
import dev.interlock.rules.read.gate.DecisionLog.Question;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class GateApi {

    /**
     * @param at judge as of this instant; null = now
     * @param explain accepted; every answer lists all that was applied and skipped
     */
    record Check(
            @Nullable String product,
            @Nullable String version,
            @Nullable String environment,
            @Nullable String dr,
            @Nullable String override,
            @Nullable Instant at,
            @Nullable Boolean explain) {}

    private final GateKeeper gate;
    private final DecisionLog log;
    private final LiveWorld live;

    GateApi(GateKeeper gate, DecisionLog log, LiveWorld live) {
        this.gate = gate;
        this.log = log;
        this.live = live;
    }

    @PostMapping("/v1/gate/checks")
    ResponseEntity<?> check(
            @RequestBody Check body,
            @RequestParam(name = "fail_on", required = false) @Nullable String failOn,
            Caller caller) {
        caller.requireSomewhere(Permission.GATE_CHECK);
        var violations = new Violations();
        var query =
                query(
                        body.product(),
                        body.version(),
                        body.environment(),
                        body.dr(),
                        null, // who asks need not be who deploys
                        caller.actorKind(),
                        body.override(),
                        violations);
        violations.expect(
                failOn == null || failOn.equals("block"),
                "?fail_on",
                failOn + " (expected: block)");
        violations.throwIfAny();
        var known = live.world().environment(query.environment());
        caller.require(
                Permission.GATE_CHECK,
                query.product(),
                known == null ? query.environment() : known.name());
        var decision = gate.check(query, body.at(), caller.atLeast());
        byte[] json = log.record("check", decision, question(query, body.at(), decision));
        var status = decision.httpStatus();
        if (failOn != null && status != null) {
            throw refusal(decision, status);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }

    /** For dr-service, before it admits a deployment. */
    @PostMapping("/internal/decisions")
    ResponseEntity<byte[]> decide(@RequestBody DecisionRequest request, Caller caller) {
        if (!caller.isService()) {
            caller.requireSomewhere(Permission.DEPLOYMENT_REPORT);
        }
        var violations = new Violations();
        var query =
                query(
                        request.product(),
                        request.version(),
                        request.environment(),
                        request.dr(),
                        request.deployer(),
                        request.actorKind(),
                        request.override(),
                        violations);
        violations.throwIfAny();
        var decision = gate.strong(query, Duration.ofMillis(request.maxWaitMillis()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(log.record("start", decision, question(query, null, decision)));
    }

    private static Question question(GateQuery query, @Nullable Instant at, GateDecision decision) {
        return new Question(
                at == null ? decision.decidedAt() : at,
                query.actorKind(),
                query.deployer(),
                query.override());
    }

    private static GateQuery query(
            @Nullable String product,
            @Nullable String version,
            @Nullable String environment,
            @Nullable String dr,
            @Nullable String deployer,
            String actorKind,
            @Nullable String override,
            Violations violations) {
        return new GateQuery(
                Names.product("/product", product, violations),
                Names.version("/version", version, violations),
                Names.environment("/environment", environment, violations),
                violations.optionalLine("/dr", dr, 64),
                deployer,
                actorKind,
                violations.optionalLine("/override", override, 64));
    }

    private static Problem refusal(GateDecision decision, int status) {
        return Problem.of(status, String.valueOf(decision.code()), decision.message())
                .with("id", decision.id())
                .with("decision", decision.decision())
                .with("findings", decision.findings())
                .with("overrides", decision.overrides())
                .with("as_of", decision.asOf())
                .with("earliest_possible", decision.earliestPossible())
                .with("explain_url", decision.explainUrl())
                .retryAfter(decision.retryAfter());
    }
}
