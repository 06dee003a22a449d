package dev.interlock.gateway.compat.versioner;

import dev.interlock.contracts.dr.DeploymentReport;
import dev.interlock.contracts.identity.Identity;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /deployment-events/}, checked. */
record DeploymentEvent(
        String product,
        String version,
        String environment,
        String status,
        @Nullable String sourceSystem,
        @Nullable String buildNumber,
        @Nullable String scmSha,
        @Nullable String scmRepository,
        @Nullable String scmBranch,
        @Nullable String buildUrl,
        @Nullable String deployUrl,
        @Nullable String invokeId,
        @Nullable String deployedBy,
        @Nullable String deployedByEmail,
        @Nullable String deployedByName,
        @Nullable Instant completedAt,
        boolean skipPreflightChecks,
        Map<String, Object> metadata,
        EventBody body) {

    /**
     * @throws EventRefused 422
     */
    static DeploymentEvent read(EventBody body) {
        var event =
                new DeploymentEvent(
                        body.required("product_name", 255),
                        body.required("version", 100),
                        body.required("environment_name", 100),
                        body.status(),
                        body.optional("source_system", 50),
                        body.optional("build_number", 100),
                        body.optional("scm_sha", 64),
                        body.optional("scm_repository", 500),
                        body.optional("scm_branch", 255),
                        body.optional("build_url", 2000),
                        body.optional("deploy_url", 2000),
                        body.optional("invoke_id", 255),
                        body.optional("deployed_by", 255),
                        body.optional("deployed_by_email", 255),
                        body.optional("deployed_by_name", 255),
                        body.time("completed_at"),
                        body.flag("skip_preflight_checks"),
                        body.metadata(),
                        body);
        body.throwIfInvalid();
        return event;
    }

    boolean starts() {
        return status.equals(StatusWords.STARTED);
    }

    /**
     * @param maxWaitMillis how long dr-service may wait for a fresh decision
     */
    DeploymentReport report(Identity caller, long maxWaitMillis) {
        var run =
                RunKeys.of(
                        Objects.requireNonNullElse(caller.tokenId(), caller.principal()),
                        sourceSystem,
                        invokeId,
                        metadata,
                        product,
                        version,
                        environment,
                        status,
                        body.tree());
        return new DeploymentReport(
                product,
                version,
                environment,
                status,
                sourceSystem,
                buildNumber,
                scmSha,
                scmRepository,
                scmBranch,
                buildUrl,
                deployUrl,
                invokeId,
                deployedBy,
                deployedByEmail,
                deployedByName,
                completedAt,
                skipPreflightChecks,
                metadata,
                run.key(),
                run.seconds(),
                run.run(),
                run.attempt(),
                run.laneKey(),
                run.laneRun(),
                maxWaitMillis);
    }
}
