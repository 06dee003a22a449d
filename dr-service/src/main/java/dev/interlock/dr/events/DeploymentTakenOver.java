package dev.interlock.dr.events;

/** A later attempt of the same run goes on with its own running deployment. */
public record DeploymentTakenOver(
        String deploymentId,
        String product,
        String version,
        String environment,
        long laneRevision,
        Report report)
        implements LaneEvent {}
