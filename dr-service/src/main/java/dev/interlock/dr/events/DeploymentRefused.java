package dev.interlock.dr.events;

import dev.interlock.contracts.gate.GateDecision;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to start that was refused; it leaves the lane as it was.
 *
 * @param deploymentId of the attempt
 * @param decision the whole decision
 */
public record DeploymentRefused(
        String deploymentId,
        String product,
        String version,
        String environment,
        GateDecision decision,
        @Nullable String deployer,
        Report report)
        implements LaneEvent {}
