package dev.interlock.approval.events;

import org.jspecify.annotations.Nullable;

/**
 * The approval no longer counts: taken back by its person, or revoked by an admin.
 *
 * @param person whose approval it was
 * @param reason mandatory when somebody else revokes it
 */
public record ApprovalWithdrawn(
        String approval, String dr, String slot, String person, @Nullable String reason)
        implements ApprovalEvent {}
