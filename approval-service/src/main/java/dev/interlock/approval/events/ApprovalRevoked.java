package dev.interlock.approval.events;

import java.time.Instant;

/**
 * An admin made the approval count no longer.
 *
 * @param person whose approval it was
 * @param by the admin, by opaque id
 */
public record ApprovalRevoked(
        String approval,
        String dr,
        String slot,
        String person,
        String by,
        String reason,
        Instant at)
        implements ApprovalEvent {}
