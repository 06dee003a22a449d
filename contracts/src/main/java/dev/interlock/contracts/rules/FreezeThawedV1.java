package dev.interlock.contracts.rules;

import java.time.Instant;

/**
 * {@code freeze.thawed}: the freeze stops nothing from now on, for good.
 *
 * @param at when it was thawed, by its owner's clock: from then on it stops nothing
 * @param by opaque id of who thawed it
 */
public record FreezeThawedV1(String freeze, String reason, Instant at, String by)
        implements RulesMessage {}
