package dev.interlock.contracts.dr;

import org.jspecify.annotations.Nullable;

/**
 * {@code deployment.taken_over}: a later attempt of the same run goes on with its own running
 * deployment.
 */
public record DeploymentTakenOverV1(
        String deploymentId,
        String product,
        String version,
        String environment,
        long laneRevision,
        @Nullable String invokeId)
        implements DrMessage {}
