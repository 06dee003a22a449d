package dev.interlock.dr.write.startdeployment;

import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.dr.domain.ContentHash;
import dev.interlock.dr.domain.Reported;
import dev.interlock.dr.events.Report;
import dev.interlock.dr.firstsight.FirstSight;
import dev.interlock.dr.firstsight.Target;
import dev.interlock.dr.http.DeploymentView;
import dev.interlock.dr.http.Deployments;
import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.Fields;
import dev.interlock.dr.http.Leases;
import dev.interlock.dr.http.Metadata;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Positions;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import dev.interlock.edge.idempotency.KeyedRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StartDeploymentApi {

    /**
     * @param invokeId the pipeline run; the same run asking again gets the same answer. Where it is
     *     missing the {@code Idempotency-Key} stands for the run
     * @param override the only override that may lift what fails; null = whichever fits
     * @param lease an ISO 8601 duration: how long it may run before something must be heard of it
     */
    record Body(
            @Nullable String product,
            @Nullable String version,
            @Nullable String environment,
            @Nullable String dr,
            @Nullable String invokeId,
            @Nullable Integer runAttempt,
            @Nullable String sourceSystem,
            @Nullable String scmSha,
            @Nullable String deployUrl,
            @Nullable String lease,
            @Nullable String override,
            @Nullable Map<String, Object> extraMetadata) {}

    private final FirstSight firstSight;
    private final Starts starts;
    private final Deployments deployments;
    private final Clock clock;

    StartDeploymentApi(FirstSight firstSight, Starts starts, Deployments deployments, Clock clock) {
        this.firstSight = firstSight;
        this.starts = starts;
        this.deployments = deployments;
        this.clock = clock;
    }

    @PostMapping("/v1/deployments")
    ResponseEntity<DeploymentView> start(
            @RequestBody Body body,
            @RequestHeader(name = KeyedRequest.HEADER, required = false) @Nullable String key,
            Caller caller) {
        caller.requireSomewhere(Permission.DEPLOYMENT_REPORT);
        var violations = new Violations();
        var fields = new Fields(violations);
        var product = fields.product("/product", body.product());
        var version = fields.version("/version", body.version());
        var environment = fields.environment("/environment", body.environment());
        var dr = fields.line("/dr", body.dr(), 50);
        var override = fields.line("/override", body.override(), 64);
        var attempt = body.runAttempt();
        violations.expect(
                attempt == null || attempt >= 1, "/run_attempt", "is not a positive number");
        var said = report(body, fields, Metadata.text(violations, body.extraMetadata()), caller);
        var lease = Leases.read(body.lease(), violations);
        violations.throwIfAny();
        var target = firstSight.target(product, version, environment, said.scmSha(), caller);
        var report =
                new Reported(
                        ofRun(said, key, target.environment(), target, caller),
                        ofRun(said, key, environment, target, caller));
        var started =
                starts.start(new Start(target, dr, report, Duration.ZERO, lease, override), caller);
        return answer(started, deployments.get(started.answer().deploymentId()));
    }

    private Report report(Body body, Fields fields, @Nullable String metadata, Caller caller) {
        var sha = fields.line("/scm_sha", body.scmSha(), 100);
        return new Report(
                fields.line("/source_system", body.sourceSystem(), 255),
                null,
                sha == null ? null : sha.toLowerCase(Locale.ROOT),
                null,
                null,
                null,
                fields.line("/deploy_url", body.deployUrl()),
                fields.line("/invoke_id", body.invokeId(), 255),
                null,
                null,
                null,
                body.runAttempt(),
                caller.principal(),
                null,
                null,
                null,
                false,
                metadata,
                clock.instant());
    }

    /**
     * @param key stands for the run where the report names none: it is forgotten after a day, and
     *     has nothing to take over
     * @param environment the name of the environment that the run's identity is taken from
     */
    private static Report ofRun(
            Report said, @Nullable String key, String environment, Target target, Caller caller) {
        var invokeId = said.invokeId();
        if (invokeId != null) {
            var run = run(caller, said.sourceSystem(), invokeId, environment, target);
            return said.ofRun(reportKey(run, said), null, run);
        }
        if (key != null) {
            var named = "idempotency-key\n" + key;
            var run = run(caller, said.sourceSystem(), named, environment, target);
            return said.ofRun(reportKey(run, said), (int) KeyedRequest.KEPT.toSeconds(), null);
        }
        return said;
    }

    private static String reportKey(String run, Report said) {
        return ContentHash.sha256(run + "\n" + said.attempt());
    }

    private static String run(
            Caller caller,
            @Nullable String sourceSystem,
            String invokeId,
            String environment,
            Target target) {
        var token = Objects.requireNonNullElse(caller.identity().tokenId(), caller.principal());
        return ContentHash.sha256(
                String.join(
                        "\n",
                        token,
                        String.valueOf(sourceSystem),
                        invokeId,
                        target.product(),
                        target.version(),
                        environment));
    }

    private static ResponseEntity<DeploymentView> answer(Started started, DeploymentView view) {
        return switch (started.answer().kind()) {
            case ADMITTED, RECORDED ->
                    Dispatch.answer(201, started.position())
                            .location(URI.create("/v1/deployments/" + view.id()))
                            .body(view);
            case REPLAYED -> Dispatch.answer(200, started.position()).body(view);
            case REFUSED -> throw refused(started, view);
        };
    }

    private static Problem refused(Started started, DeploymentView view) {
        GateDecision decision = Objects.requireNonNull(view.decision());
        int status = Objects.requireNonNullElse(decision.httpStatus(), 428);
        return Problem.of(
                        status,
                        Objects.requireNonNullElse(decision.code(), "POLICY_ERROR"),
                        decision.message())
                .with("attempt", view.id())
                .with("decision_id", decision.id())
                .with("mode", decision.mode())
                .with("findings", decision.findings())
                .with("overrides", decision.overrides())
                .with("deployment_requests", decision.deploymentRequests())
                .with("explain_url", decision.explainUrl())
                .with("earliest_possible", decision.earliestPossible())
                .with("as_of", decision.asOf())
                .retryAfter(decision.retryAfter())
                .header(Positions.HEADER, Positions.of("dr", started.position()));
    }
}
