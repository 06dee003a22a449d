package dev.interlock.approval.events;

/** A sign-off no longer counts. */
public record VersionApprovalRevoked(String approval, String product, String version, String reason)
        implements VersionSignOffEvent {}
