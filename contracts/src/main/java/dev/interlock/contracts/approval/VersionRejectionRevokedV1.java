package dev.interlock.contracts.approval;

/** {@code version.rejection_revoked}: the rejection no longer blocks. */
public record VersionRejectionRevokedV1(
        String rejectionId, String product, String version, String reason)
        implements ApprovalMessage {}
