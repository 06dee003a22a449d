package dev.interlock.rules.events;

import java.time.Instant;

/**
 * The freeze ends later.
 *
 * @param expiresAt later than before; half-open
 * @param at when it was extended, by the server's clock
 * @param by opaque id of who extended it
 */
public record FreezeExtended(String freeze, Instant expiresAt, String reason, Instant at, String by)
        implements FreezeEvent {}
