package dev.interlock.rules.events;

import java.time.Instant;

/**
 * A calendar exists no longer.
 *
 * @param version the last one it had
 * @param at by the server's clock
 * @param by opaque id of who removed it
 */
public record CalendarRemoved(String calendar, int version, Instant at, String by)
        implements CalendarEvent {}
