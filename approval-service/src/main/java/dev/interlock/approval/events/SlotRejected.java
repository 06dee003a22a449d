package dev.interlock.approval.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person rejected one slot.
 *
 * @param veto true when it rejects the whole deployment request
 * @param actingFor the delegator; null if the person stands for nobody else
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
        String comment,
        @Nullable String actingFor)
        implements ApprovalEvent {

    /** With no more than every one says. */
    public SlotRejected(
            String rejection,
            String dr,
            String slot,
            int revision,
            String contentHash,
            String person,
            String role,
            List<String> roles,
            boolean veto,
            String comment) {
        this(rejection, dr, slot, revision, contentHash, person, role, roles, veto, comment, null);
    }
}
