package dev.interlock.contracts.dr;

import dev.interlock.contracts.gate.GateDecision;
import org.jspecify.annotations.Nullable;

/**
 * {@code deployment.preflight_failed}: an attempt to start that the gate refused.
 *
 * @param decision the whole decision
 */
public record DeploymentRefusedV1(
        String attemptId,
        String product,
        String version,
        String environment,
        GateDecision decision,
        @Nullable String invokeId,
        @Nullable String deployer)
        implements DrMessage {}
