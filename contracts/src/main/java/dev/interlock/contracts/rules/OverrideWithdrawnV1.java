package dev.interlock.contracts.rules;

import java.time.Instant;

/**
 * {@code override.withdrawn}: it lifts nothing any more.
 *
 * @param at by its owner's clock
 * @param by opaque id
 */
public record OverrideWithdrawnV1(String override, String reason, Instant at, String by)
        implements RulesMessage {}
