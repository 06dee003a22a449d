package dev.interlock.rules.events;

import java.time.Instant;

/**
 * A second person stands for it.
 *
 * @param at by the server's clock: from then on it lifts what it names
 * @param by opaque id, never that of who requested it
 */
public record OverrideConfirmed(String override, Instant at, String by) implements OverrideEvent {}
