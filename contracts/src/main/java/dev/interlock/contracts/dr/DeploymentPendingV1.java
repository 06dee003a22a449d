package dev.interlock.contracts.dr;

/** {@code deployment.pending}: announced, not asked for yet. */
public record DeploymentPendingV1(
        String deploymentId, String product, String version, String environment, long laneRevision)
        implements DrMessage {}
