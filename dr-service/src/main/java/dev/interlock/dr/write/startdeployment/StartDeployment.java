package dev.interlock.dr.write.startdeployment;

import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.dr.domain.GateBlocks;
import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Reported;
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
 * @param objection what stands against any decision, and against going on with a run; null = none
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
        Reported reported,
        GateBlocks.@Nullable Block objection) {

    Report report() {
        return reported.report();
    }

    /** With the report by the identity that the lane knows its run by. */
    StartDeployment knownTo(Lane lane) {
        return new StartDeployment(
                newId,
                product,
                version,
                environment,
                decision,
                releasesSeen,
                deployer,
                lease,
                reported.knownTo(lane),
                objection);
    }

    /** From then on it is presumed to have failed, unless something is heard of it. */
    Instant leaseUntil() {
        return report().at().plus(lease);
    }
}
