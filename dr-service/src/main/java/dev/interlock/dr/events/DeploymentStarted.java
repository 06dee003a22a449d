package dev.interlock.dr.events;

import dev.interlock.contracts.gate.GateDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Admitted by the gate; the lane is taken.
 *
 * @param drs the deployment requests whose admission it uses
 * @param decision the whole decision that admitted it
 * @param laneRevision the lane's revision after this event
 * @param deployer opaque id of the person who deploys; null for a machine
 */
public record DeploymentStarted(
        String deploymentId,
        String product,
        String version,
        String environment,
        List<String> drs,
        GateDecision decision,
        long laneRevision,
        @Nullable String deployer,
        Report report)
        implements LaneEvent {}
