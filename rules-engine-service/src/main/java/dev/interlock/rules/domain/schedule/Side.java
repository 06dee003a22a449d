package dev.interlock.rules.domain.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What a window is for. A local time that a change of the clocks skips moves forward by the gap; of
 * one that comes twice a deny takes the longer span, an allow the shorter: when in doubt, closed.
 */
public enum Side {
    DENY,
    ALLOW;

    ZonedDateTime start(LocalDateTime local, ZoneId zone) {
        var moved = local.atZone(zone);
        return this == DENY ? moved.withEarlierOffsetAtOverlap() : moved.withLaterOffsetAtOverlap();
    }

    ZonedDateTime end(LocalDateTime local, ZoneId zone) {
        var moved = local.atZone(zone);
        return this == DENY ? moved.withLaterOffsetAtOverlap() : moved.withEarlierOffsetAtOverlap();
    }
}
