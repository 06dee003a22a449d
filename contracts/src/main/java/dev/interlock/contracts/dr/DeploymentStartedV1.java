package dev.interlock.contracts.dr;

import dev.interlock.contracts.gate.GateDecision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code deployment.started}: admitted by the gate; the lane is taken.
 *
 * @param drs the deployment requests whose admission it uses
 * @param decision the whole decision that admitted it
 * @param laneRevision the lane's revision after this event
 * @param leaseUntil from then on it is presumed to have failed, unless something is heard of it;
 *     null if it began before leases were
 */
public record DeploymentStartedV1(
        String deploymentId,
        String product,
        String version,
        String environment,
        List<String> drs,
        GateDecision decision,
        long laneRevision,
        @Nullable String invokeId,
        @Nullable String deployer,
        @Nullable Instant leaseUntil)
        implements DrMessage {}
