package dev.interlock.approval.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person approved one slot.
 *
 * @param revision the revision its approver saw
 * @param contentHash the contents its approver saw
 * @param role the role that made the person, or the delegator, eligible
 * @param roles all roles that whoever is stood for held for this when deciding
 * @param surplus true when the slot was full already; it counts if a place falls free
 * @param groups whoever is stood for was in when deciding; null = none
 * @param actingFor the delegator; null if the person stands for nobody else
 * @param at by the server's clock; null in what was stored before it was part of it
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
        @Nullable String comment,
        @Nullable List<String> groups,
        @Nullable String actingFor,
        @Nullable Instant at)
        implements ApprovalEvent {

    /** With no more than every one says. */
    public SlotApproved(
            String approval,
            String dr,
            String slot,
            int revision,
            String contentHash,
            String person,
            String role,
            List<String> roles,
            boolean surplus,
            @Nullable String comment) {
        this(
                approval,
                dr,
                slot,
                revision,
                contentHash,
                person,
                role,
                roles,
                surplus,
                comment,
                null,
                null,
                null);
    }
}
