package dev.interlock.contracts.dr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code deployment.rolled_back}: it had completed, and is undone: the version before it runs there
 * again. Its admission stays spent.
 *
 * @param restored the version that runs there again; null if none had before
 * @param drs the deployment requests by which the version had been deployed there
 * @param laneRevision the lane's revision after this event
 */
public record DeploymentRolledBackV1(
        String deploymentId,
        String product,
        String version,
        String environment,
        @Nullable String restored,
        List<String> drs,
        String reason,
        long laneRevision)
        implements DrMessage {}
