package dev.interlock.approval.events;

/** The rejection no longer blocks. */
public record VersionRejectionRevoked(
        String rejection, String product, String version, String reason)
        implements VersionSignOffEvent {}
