package dev.interlock.contracts.dr;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /internal/deployment-reports}: what a pipeline says about its deployment, as
 * translated by the gateway.
 *
 * @param status {@code pending}, {@code started}, {@code completed}, {@code failed} or {@code
 *     aborted}
 * @param completedAt by the pipeline's clock; may come with any status and is evidence of nothing
 * @param skipPreflightChecks the pipeline asked to skip the gate; recorded, and the gate is asked
 *     all the same
 * @param extraMetadata one JSON object; empty for none
 * @param runKey the same for each delivery of one report of one attempt
 * @param runKeySeconds how long an admitted start is replayed for this key, in seconds; null = for
 *     ever
 * @param run the same for all attempts of one run; null if the pipeline named no run
 * @param runAttempt counted by the pipeline; null if it does not count
 * @param laneRunKey as {@code runKey}, but whatever the environment was called: whoever knows its
 *     proper name adds it; null from a gateway that does not send it yet
 * @param laneRun as {@code run}, but whatever the environment was called
 * @param maxWaitMillis how long a start may wait for a fresh decision, in milliseconds
 */
public record DeploymentReport(
        String productName,
        String version,
        String environmentName,
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
        Map<String, Object> extraMetadata,
        String runKey,
        @Nullable Integer runKeySeconds,
        @Nullable String run,
        @Nullable Integer runAttempt,
        @Nullable String laneRunKey,
        @Nullable String laneRun,
        long maxWaitMillis) {}
