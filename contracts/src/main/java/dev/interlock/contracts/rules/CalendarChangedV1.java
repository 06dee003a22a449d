package dev.interlock.contracts.rules;

import java.time.Instant;

/**
 * {@code calendar.changed}: a calendar has other events from now on.
 *
 * @param calendar its name
 * @param version one more than before
 * @param entries all its events, as one JSON array
 * @param at by its owner's clock
 * @param by opaque id of who imported it
 */
public record CalendarChangedV1(String calendar, int version, String entries, Instant at, String by)
        implements RulesMessage {}
