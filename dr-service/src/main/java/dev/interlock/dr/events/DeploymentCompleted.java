package dev.interlock.dr.events;

import java.util.List;

/**
 * The version runs there now.
 *
 * @param ungated true when it was never admitted by the gate
 * @param drs the deployment requests whose admission is spent
 */
public record DeploymentCompleted(
        String deploymentId,
        String product,
        String version,
        String environment,
        boolean ungated,
        List<String> drs,
        long laneRevision,
        Report report)
        implements LaneEvent {}
