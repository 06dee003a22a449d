package dev.interlock.dr.write.finishdeployment;

import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Outcome;
import dev.interlock.dr.domain.Reported;
import dev.interlock.dr.events.Report;
import org.jspecify.annotations.Nullable;

/**
 * @param deploymentId which one ended; null = the one the report belongs to
 * @param newId for a deployment that was never heard of
 */
public record FinishDeployment(
        @Nullable String deploymentId,
        String newId,
        String product,
        String version,
        String environment,
        Outcome outcome,
        Reported reported) {

    Report report() {
        return reported.report();
    }

    /** With the report by the identity that the lane knows its run by. */
    FinishDeployment knownTo(Lane lane) {
        return new FinishDeployment(
                deploymentId,
                newId,
                product,
                version,
                environment,
                outcome,
                reported.knownTo(lane));
    }
}
