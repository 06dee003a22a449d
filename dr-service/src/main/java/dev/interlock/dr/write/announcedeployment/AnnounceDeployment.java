package dev.interlock.dr.write.announcedeployment;

import dev.interlock.dr.events.Report;

/**
 * @param newId for the deployment, should it be a new one
 */
public record AnnounceDeployment(
        String newId, String product, String version, String environment, Report report) {}
