package dev.interlock.approval.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The approval no longer counts: taken back by its person.
 *
 * @param person whose approval it was
 * @param reason null if none was given; before revoking was a fact of its own, that of the admin
 * @param at null in what was stored before the time was part of it
 */
public record ApprovalWithdrawn(
        String approval,
        String dr,
        String slot,
        String person,
        @Nullable String reason,
        @Nullable Instant at)
        implements ApprovalEvent {

    /** With no more than every one says. */
    public ApprovalWithdrawn(
            String approval, String dr, String slot, String person, @Nullable String reason) {
        this(approval, dr, slot, person, reason, null);
    }
}
