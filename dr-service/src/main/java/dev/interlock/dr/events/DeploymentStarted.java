package dev.interlock.dr.events;

import dev.interlock.contracts.gate.GateDecision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Admitted by the gate; the lane is taken.
 *
 * @param drs the deployment requests whose admission it uses
 * @param decision the whole decision that admitted it
 * @param laneRevision the lane's revision after this event
 * @param deployer opaque id of the person who deploys; null for a machine
 * @param leaseUntil from then on it is presumed to have failed, unless something is heard of it;
 *     null if it was started before leases were
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
        @Nullable Instant leaseUntil,
        Report report)
        implements LaneEvent {}
