package dev.interlock.approval.events;

import java.util.List;

/**
 * One person rejected one slot.
 *
 * @param veto true when it rejects the whole deployment request
 */
public record SlotRejected(
        String rejection,
        String dr,
        String slot,
        int revision,
        String contentHash,
        String person,
        String role,
        List<String> roles,
        boolean veto,
        String comment)
        implements ApprovalEvent {}
