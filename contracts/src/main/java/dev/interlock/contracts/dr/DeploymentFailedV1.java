package dev.interlock.contracts.dr;

import java.util.List;

/** {@code deployment.failed}: the lane is free, the admission given back. */
public record DeploymentFailedV1(
        String deploymentId,
        String product,
        String version,
        String environment,
        List<String> drs,
        long laneRevision)
        implements DrMessage {}
