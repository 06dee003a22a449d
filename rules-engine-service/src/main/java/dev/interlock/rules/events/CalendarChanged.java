package dev.interlock.rules.events;

import java.time.Instant;

/**
 * A calendar has other events from now on; earlier versions stay as they were.
 *
 * @param entries all its events, as one JSON array
 * @param at by the server's clock
 * @param by opaque id of who imported it
 */
public record CalendarChanged(String calendar, int version, String entries, Instant at, String by)
        implements CalendarEvent {}
