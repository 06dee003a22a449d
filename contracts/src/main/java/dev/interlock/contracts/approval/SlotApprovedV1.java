package dev.interlock.contracts.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code dr.approved}: one person approved one slot. It counts while no hashed change came after
 * the revision its approver saw, the content hash is the same, and it is not withdrawn; of those
 * that count, a slot takes the first {@code min} in the order of the stream.
 *
 * @param revision the revision its approver saw
 * @param contentHash the contents its approver saw
 * @param person who counts
 * @param role the role that made the person eligible
 * @param roles all roles held when deciding
 * @param surplus true when the slot was full already
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
        @Nullable String comment)
        implements ApprovalMessage {}
