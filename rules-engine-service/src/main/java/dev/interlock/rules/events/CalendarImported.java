package dev.interlock.rules.events;

import java.time.Instant;

/**
 * A calendar exists from now on, for the first time or again.
 *
 * @param calendar its name
 * @param version starts at 1 and goes on after a removal: no version ever means two things
 * @param entries its events, as one JSON array
 * @param at by the server's clock
 * @param by opaque id of who imported it
 */
public record CalendarImported(String calendar, int version, String entries, Instant at, String by)
        implements CalendarEvent {}
