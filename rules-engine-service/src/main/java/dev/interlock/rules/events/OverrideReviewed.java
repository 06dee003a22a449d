package dev.interlock.rules.events;

import java.time.Instant;

/**
 * Somebody else looked at what was done and why: the review is closed.
 *
 * @param at by the server's clock
 * @param by opaque id of who reviewed it
 */
public record OverrideReviewed(String override, String comment, Instant at, String by)
        implements OverrideEvent {}
