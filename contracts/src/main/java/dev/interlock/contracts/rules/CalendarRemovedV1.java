package dev.interlock.contracts.rules;

import java.time.Instant;

/**
 * {@code calendar.removed}: a calendar exists no longer.
 *
 * @param calendar its name
 * @param version the last one it had
 * @param at by its owner's clock
 * @param by opaque id of who removed it
 */
public record CalendarRemovedV1(String calendar, int version, Instant at, String by)
        implements RulesMessage {}
