package dev.interlock.contracts.dr;

import java.time.Instant;

/**
 * {@code deployment.lease_extended}: its runner says that it goes on.
 *
 * @param leaseUntil from then on it is presumed to have failed, unless something is heard of it
 * @param laneRevision the lane's revision after this event
 */
public record DeploymentLeaseExtendedV1(
        String deploymentId,
        String product,
        String version,
        String environment,
        Instant leaseUntil,
        long laneRevision)
        implements DrMessage {}
