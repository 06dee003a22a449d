package dev.interlock.contracts.rules;

import java.time.Instant;

/**
 * {@code freeze.extended}: the freeze ends later.
 *
 * @param expiresAt later than before; half-open
 * @param at when it was extended, by its owner's clock
 * @param by opaque id of who extended it
 */
public record FreezeExtendedV1(
        String freeze, Instant expiresAt, String reason, Instant at, String by)
        implements RulesMessage {}
