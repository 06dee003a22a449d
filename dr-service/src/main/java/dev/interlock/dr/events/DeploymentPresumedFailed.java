package dev.interlock.dr.events;

import java.util.List;

/**
 * Nothing was heard of it until its lease ended: the lane is free, its admissions are given back.
 */
public record DeploymentPresumedFailed(
        String deploymentId,
        String product,
        String version,
        String environment,
        List<String> drs,
        long laneRevision,
        Report report)
        implements LaneEvent {}
