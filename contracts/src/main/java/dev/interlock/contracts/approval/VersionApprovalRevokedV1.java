package dev.interlock.contracts.approval;

/** {@code version.approval_revoked}: a sign-off no longer counts. */
public record VersionApprovalRevokedV1(
        String approvalId, String product, String version, String reason)
        implements ApprovalMessage {}
