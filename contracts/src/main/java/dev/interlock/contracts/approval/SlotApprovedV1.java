package dev.interlock.contracts.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code dr.approved}: one person approved one slot. It counts while no hashed change came after
 * the revision its approver saw, the content hash is the same, and it is not withdrawn; of those
 * that count, a slot takes the first {@code min} in the order of the stream, one of each of its
 * required groups before all others.
 *
 * @param revision the revision its approver saw
 * @param contentHash the contents its approver saw
 * @param person who counts
 * @param role the role that made the person eligible
 * @param roles all roles held when deciding
 * @param surplus true when the slot was full already
 * @param groups those whoever is stood for was in when deciding; null = none
 * @param actingFor the delegator, one person with the delegate; null if nobody else is stood for
 * @param at when it was given; null in older ones: then the event's own time
 */
public record SlotApprovedV1(
        String approvalId,
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
        implements ApprovalMessage {

    /** With no more than every one says. */
    public SlotApprovedV1(
            String approvalId,
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
                approvalId,
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
