package dev.interlock.contracts.dr;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code deployment.taken_over}: a later attempt of the same run goes on with its own running
 * deployment.
 *
 * @param leaseUntil from then on it is presumed to have failed, unless something is heard of it;
 *     null if it began before leases were
 */
public record DeploymentTakenOverV1(
        String deploymentId,
        String product,
        String version,
        String environment,
        long laneRevision,
        @Nullable String invokeId,
        @Nullable Instant leaseUntil)
        implements DrMessage {}
