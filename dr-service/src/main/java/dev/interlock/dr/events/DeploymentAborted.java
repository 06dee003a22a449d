package dev.interlock.dr.events;

import java.util.List;

/** It was aborted: its admissions are given back. */
public record DeploymentAborted(
        String deploymentId,
        String product,
        String version,
        String environment,
        List<String> drs,
        long laneRevision,
        Report report)
        implements LaneEvent {}
