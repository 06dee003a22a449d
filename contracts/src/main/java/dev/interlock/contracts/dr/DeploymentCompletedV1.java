package dev.interlock.contracts.dr;

import java.util.List;

/**
 * {@code deployment.completed}: the version runs there now.
 *
 * @param ungated true when it was never admitted by the gate
 * @param drs the deployment requests whose admission is spent
 */
public record DeploymentCompletedV1(
        String deploymentId,
        String product,
        String version,
        String environment,
        boolean ungated,
        List<String> drs,
        long laneRevision)
        implements DrMessage {}
