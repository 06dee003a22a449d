package dev.interlock.dr.events;

/** Announced, not asked for yet. */
public record DeploymentAnnounced(
        String deploymentId,
        String product,
        String version,
        String environment,
        long laneRevision,
        Report report)
        implements LaneEvent {}
