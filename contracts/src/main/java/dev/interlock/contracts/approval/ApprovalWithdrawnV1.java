package dev.interlock.contracts.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code dr.approval_withdrawn}: the person takes the approval back; it no longer counts. */
public record ApprovalWithdrawnV1(
        String approvalId,
        String dr,
        String slot,
        String person,
        @Nullable String reason,
        @Nullable Instant at)
        implements ApprovalMessage {

    /** With no more than every one says. */
    public ApprovalWithdrawnV1(
            String approvalId, String dr, String slot, String person, @Nullable String reason) {
        this(approvalId, dr, slot, person, reason, null);
    }
}
