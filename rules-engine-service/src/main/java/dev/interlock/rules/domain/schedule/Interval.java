package dev.interlock.rules.domain.schedule;

import java.time.Instant;
import java.time.ZonedDateTime;

/** Half-open, and never empty. Each end keeps the zone of the window it comes from. */
public record Interval(ZonedDateTime start, ZonedDateTime end) {

    boolean startsAfter(Instant instant) {
        return start.toInstant().isAfter(instant);
    }

    boolean contains(Instant instant) {
        return !startsAfter(instant) && end.toInstant().isAfter(instant);
    }

    /** Do they overlap or touch? The other starts no earlier than this one. */
    boolean reaches(Interval later) {
        return !later.startsAfter(end.toInstant());
    }

    Interval upTo(Interval later) {
        return later.end.toInstant().isAfter(end.toInstant())
                ? new Interval(start, later.end)
                : this;
    }
}
