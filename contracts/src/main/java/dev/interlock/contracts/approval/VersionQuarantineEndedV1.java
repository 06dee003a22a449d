package dev.interlock.contracts.approval;

/** {@code version.quarantine_ended}: the quarantine was ended before its time. */
public record VersionQuarantineEndedV1(
        String quarantineId, String product, String version, String reason)
        implements ApprovalMessage {}
