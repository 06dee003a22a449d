package dev.interlock.rules.events;

import java.time.Instant;

/**
 * It lifts nothing any more.
 *
 * @param at by the server's clock
 * @param by opaque id
 */
public record OverrideWithdrawn(String override, String reason, Instant at, String by)
        implements OverrideEvent {}
