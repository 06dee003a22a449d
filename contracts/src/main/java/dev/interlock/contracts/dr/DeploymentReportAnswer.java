package dev.interlock.contracts.dr;

import dev.interlock.contracts.gate.GateDecision;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer to a {@link DeploymentReport}.
 *
 * @param outcome {@code admitted}, {@code replayed}, {@code recorded} or {@code refused}
 * @param decision the gate's decision for a start; null for other statuses
 */
public record DeploymentReportAnswer(
        String outcome, Recorded deployment, @Nullable GateDecision decision) {

    /**
     * @param id of the deployment, or of the refused attempt
     * @param deployedAt when it started (or was reported, if it never did), by our clock
     * @param completedAt when it ended, by our clock; null if it has not
     * @param ungated true for a deployment that completed without having been admitted
     * @param soakTimeHours how long the version has run there; null if it does not
     */
    public record Recorded(
            String id,
            String productId,
            String productName,
            String versionId,
            String version,
            String environmentId,
            String environmentName,
            String status,
            @Nullable Instant deployedAt,
            @Nullable String sourceSystem,
            @Nullable String deployedBy,
            @Nullable String deployedByName,
            @Nullable String deployedByEmail,
            @Nullable Instant completedAt,
            @Nullable String deployUrl,
            Map<String, Object> extraMetadata,
            @Nullable Double soakTimeHours,
            boolean ungated) {}
}
