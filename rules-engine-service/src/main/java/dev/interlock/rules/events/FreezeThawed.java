package dev.interlock.rules.events;

import java.time.Instant;

/**
 * The freeze stops nothing from now on, for good.
 *
 * @param at when it was thawed, by the server's clock: from then on it stops nothing
 * @param by opaque id of who thawed it
 */
public record FreezeThawed(String freeze, String reason, Instant at, String by)
        implements FreezeEvent {}
