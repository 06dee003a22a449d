package dev.interlock.dr.events;

import java.time.Instant;

/**
 * Its runner says that it goes on.
 *
 * @param leaseUntil from then on it is presumed to have failed, unless something is heard of it
 */
public record DeploymentLeaseExtended(
        String deploymentId,
        String product,
        String version,
        String environment,
        Instant leaseUntil,
        long laneRevision,
        Report report)
        implements LaneEvent {}
