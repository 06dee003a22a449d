package dev.interlock.dr.events;

/** On the stream of one lane: one product in one environment. */
public sealed interface LaneEvent extends DrEvent
        permits DeploymentAnnounced,
                DeploymentStarted,
                DeploymentRefused,
                DeploymentTakenOver,
                DeploymentCompleted,
                DeploymentFailed,
                DeploymentAborted,
                DeploymentLeaseExtended,
                DeploymentPresumedFailed,
                DeploymentRolledBack {

    /** The deployment's, or the refused attempt's, id. */
    String deploymentId();

    String product();

    String version();

    String environment();

    Report report();
}
