package dev.interlock.contracts.dr;

import java.util.List;

/**
 * {@code deployment.presumed_failed}: nothing was heard of it until its lease ended; the lane is
 * free, the admission given back. What is heard of it later corrects that.
 *
 * @param laneRevision the lane's revision after this event
 */
public record DeploymentPresumedFailedV1(
        String deploymentId,
        String product,
        String version,
        String environment,
        List<String> drs,
        long laneRevision)
        implements DrMessage {}
