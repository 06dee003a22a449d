package dev.interlock.dr.events;

import java.util.List;

/** It failed: its admissions are given back. */
public record DeploymentFailed(
        String deploymentId,
        String product,
        String version,
        String environment,
        List<String> drs,
        long laneRevision,
        Report report)
        implements LaneEvent {}
