package dev.interlock.contracts.approval;

import java.util.List;

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
        String comment)
        implements ApprovalMessage {}
