package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.schedule.Side;
import java.time.Instant;

/**
 * A stretch of time of which a rule says that it is closed or open.
 *
 * @param key tells it from others of the rule that begin at the same instant
 * @param title what it is, in a few words; empty = the rule's name says it
 * @param end no longer then: half-open
 */
public record Stretch(Side side, String key, String title, Instant start, Instant end) {

    /** That nothing can be said means that it stays closed. */
    static Stretch unknown(String why, Instant from, Instant to) {
        return new Stretch(Side.DENY, "unknown", why, from, to);
    }

    /** What of it is left from an instant on. */
    Stretch from(Instant instant) {
        return instant.isAfter(start) ? new Stretch(side, key, title, instant, end) : this;
    }
}
