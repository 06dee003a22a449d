package dev.interlock.contracts.rules;

import java.time.Instant;

/**
 * {@code override.reviewed}: somebody else looked at what was done and why: the review is closed.
 *
 * @param at by its owner's clock
 * @param by opaque id of who reviewed it
 */
public record OverrideReviewedV1(String override, String comment, Instant at, String by)
        implements RulesMessage {}
