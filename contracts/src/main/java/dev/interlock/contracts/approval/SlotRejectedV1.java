package dev.interlock.contracts.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code dr.slot_rejected}: one person rejected one slot.
 *
 * @param veto true when it rejects the whole deployment request
 */
public record SlotRejectedV1(
        String rejectionId,
        String dr,
        String slot,
        int revision,
        String contentHash,
        String person,
        String role,
        List<String> roles,
        boolean veto,
        String comment,
        @Nullable String actingFor)
        implements ApprovalMessage {

    /** With no more than every one says. */
    public SlotRejectedV1(
            String rejectionId,
            String dr,
            String slot,
            int revision,
            String contentHash,
            String person,
            String role,
            List<String> roles,
            boolean veto,
            String comment) {
        this(
                rejectionId,
                dr,
                slot,
                revision,
                contentHash,
                person,
                role,
                roles,
                veto,
                comment,
                null);
    }
}
