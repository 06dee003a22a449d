package dev.interlock.dr.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * It had completed, and is undone: the version before it runs there again. Its admission stays
 * spent.
 *
 * @param restored the version that runs there again; null if none had before
 * @param restoredDeployment the one that had brought it there; null exactly if none had
 * @param drs the deployment requests by which the version had been deployed there
 */
public record DeploymentRolledBack(
        String deploymentId,
        String product,
        String version,
        String environment,
        @Nullable String restored,
        @Nullable String restoredDeployment,
        List<String> drs,
        String reason,
        long laneRevision,
        Report report)
        implements LaneEvent {}
