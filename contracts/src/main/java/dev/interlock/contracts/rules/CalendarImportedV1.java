package dev.interlock.contracts.rules;

import java.time.Instant;

/**
 * {@code calendar.imported}: a calendar exists from now on, for the first time or again.
 *
 * @param calendar its name
 * @param version starts at 1 and goes on after a removal
 * @param entries its events, as one JSON array
 * @param at by its owner's clock
 * @param by opaque id of who imported it
 */
public record CalendarImportedV1(
        String calendar, int version, String entries, Instant at, String by)
        implements RulesMessage {}
