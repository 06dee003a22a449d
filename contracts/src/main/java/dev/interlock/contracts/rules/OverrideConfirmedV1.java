package dev.interlock.contracts.rules;

import java.time.Instant;

/**
 * {@code override.confirmed}: a second person stands for it.
 *
 * @param at by its owner's clock: from then on it lifts what it names
 * @param by opaque id, never that of who requested it
 */
public record OverrideConfirmedV1(String override, Instant at, String by) implements RulesMessage {}
