package dev.interlock.contracts.approval;

import java.time.Instant;

/**
 * {@code dr.approval_revoked}: an admin made the approval count no longer.
 *
 * @param person whose approval it was
 * @param by the admin, by opaque id
 */
public record ApprovalRevokedV1(
        String approvalId,
        String dr,
        String slot,
        String person,
        String by,
        String reason,
        Instant at)
        implements ApprovalMessage {}
