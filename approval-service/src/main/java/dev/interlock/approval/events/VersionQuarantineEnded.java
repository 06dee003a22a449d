package dev.interlock.approval.events;

/** The quarantine was ended before its time. */
public record VersionQuarantineEnded(
        String quarantine, String product, String version, String reason)
        implements VersionSignOffEvent {}
