package dev.interlock.dr.write.announcedeployment;

import dev.interlock.dr.domain.Lane;
import dev.interlock.dr.domain.Reported;
import dev.interlock.dr.events.Report;

/**
 * @param newId for the deployment, should it be a new one
 */
public record AnnounceDeployment(
        String newId, String product, String version, String environment, Reported reported) {

    Report report() {
        return reported.report();
    }

    /** With the report by the identity that the lane knows its run by. */
    AnnounceDeployment knownTo(Lane lane) {
        return new AnnounceDeployment(newId, product, version, environment, reported.knownTo(lane));
    }
}
