package dev.interlock.dr.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A later attempt of the same run goes on with its own running deployment.
 *
 * @param leaseUntil from then on it is presumed to have failed, unless something is heard of it;
 *     null if it was taken over before leases were
 */
public record DeploymentTakenOver(
        String deploymentId,
        String product,
        String version,
        String environment,
        long laneRevision,
        @Nullable Instant leaseUntil,
        Report report)
        implements LaneEvent {}
