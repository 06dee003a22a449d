package dev.interlock.dr.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.dr.events.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deployment, or a refused attempt, as the API shows it.
 *
 * @param status {@code pending}, {@code started}, {@code completed}, {@code failed}, {@code
 *     aborted}, {@code presumed_failed} or {@code refused}
 * @param deployedAt when it started (or was reported, if it never did), by our clock
 * @param completedAt when it ended, by our clock; null if it has not
 * @param leaseUntil when it is presumed to have failed unless something is heard of it; null unless
 *     it runs
 * @param code why it was refused; null if it was not
 * @param decision the gate's; null if it was not asked, and in lists
 * @param soakTimeHours how long the version has run there; null if it does not
 */
public record DeploymentView(
        String id,
        String product,
        String productId,
        String version,
        String versionId,
        String environment,
        String environmentId,
        String status,
        boolean ungated,
        List<String> deploymentRequests,
        @Nullable String deployer,
        Instant deployedAt,
        @Nullable Instant completedAt,
        @Nullable Instant leaseUntil,
        @Nullable Double soakTimeHours,
        @Nullable String sourceSystem,
        @Nullable String buildNumber,
        @Nullable String scmSha,
        @Nullable String buildUrl,
        @Nullable String deployUrl,
        @Nullable String invokeId,
        @Nullable String deployedBy,
        @Nullable String deployedByName,
        Map<String, Object> extraMetadata,
        @Nullable String code,
        @Nullable String message,
        @Nullable GateDecision decision,
        @JsonIgnore Report report,
        @JsonIgnore long position) {}
