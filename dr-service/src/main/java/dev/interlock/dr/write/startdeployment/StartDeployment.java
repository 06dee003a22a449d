package dev.interlock.dr.write.startdeployment;

import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.dr.events.Report;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param newId for the deployment or the refused attempt, should it be a new one
 * @param decision the gate's; null = only go on with what the same run was admitted to
 * @param releasesSeen number of the newest release of a hold before the gate was asked
 * @param deployer opaque id of the person who deploys; null for a machine
 * @param lease how long it may run before something must be heard of it
 */
public record StartDeployment(
        String newId,
        String product,
        String version,
        String environment,
        @Nullable GateDecision decision,
        long releasesSeen,
        @Nullable String deployer,
        Duration lease,
        Report report) {

    /** From then on it is presumed to have failed, unless something is heard of it. */
    Instant leaseUntil() {
        return report.at().plus(lease);
    }
}
