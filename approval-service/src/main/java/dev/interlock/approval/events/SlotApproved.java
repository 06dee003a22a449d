package dev.interlock.approval.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person approved one slot.
 *
 * @param revision the revision its approver saw
 * @param contentHash the contents its approver saw
 * @param role the role that made the person eligible
 * @param roles all roles held when deciding
 * @param surplus true when the slot was full already; it counts if a place falls free
 */
public record SlotApproved(
        String approval,
        String dr,
        String slot,
        int revision,
        String contentHash,
        String person,
        String role,
        List<String> roles,
        boolean surplus,
        @Nullable String comment)
        implements ApprovalEvent {}
