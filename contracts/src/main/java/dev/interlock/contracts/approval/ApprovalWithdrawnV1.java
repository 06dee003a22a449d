package dev.interlock.contracts.approval;

import org.jspecify.annotations.Nullable;

/** {@code dr.approval_withdrawn}: the person takes the approval back; it no longer counts. */
public record ApprovalWithdrawnV1(
        String approvalId, String dr, String slot, String person, @Nullable String reason)
        implements ApprovalMessage {}
