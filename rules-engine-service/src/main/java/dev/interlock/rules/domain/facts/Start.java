package dev.interlock.rules.domain.facts;

import java.time.Instant;

/**
 * A deployment that the gate admitted to an environment.
 *
 * @param at when its owner recorded it
 */
public record Start(String product, Instant at) {}
