package dev.interlock.contracts.dr;

import java.util.List;

/** {@code deployment.aborted}: the lane is free, the admission given back. */
public record DeploymentAbortedV1(
        String deploymentId,
        String product,
        String version,
        String environment,
        List<String> drs,
        long laneRevision)
        implements DrMessage {}
