package dev.interlock.rules.domain.schedule;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Windows from several places, as one set of instants. */
public record WindowSets(List<Windows> sets) {

    public WindowSets {
        sets = List.copyOf(sets);
    }

    /**
     * Where what is active at an instant ends: all that overlaps or follows without a break counts
     * as one, wherever it is from. Null if nothing is active.
     *
     * @param farthest no use in looking further; the end is then only known to be after it
     */
    public @Nullable ZonedDateTime activeUntil(Instant instant, Instant farthest) {
        if (sets.size() == 1) {
            return sets.getFirst().activeUntil(instant, farthest);
        }
        var end = latest(instant, farthest);
        while (end != null && !end.toInstant().isAfter(farthest)) {
            var next = latest(end.toInstant(), farthest);
            if (next == null) {
                break;
            }
            end = next;
        }
        return end;
    }

    private @Nullable ZonedDateTime latest(Instant instant, Instant farthest) {
        return sets.stream()
                .map(windows -> windows.activeUntil(instant, farthest))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(ZonedDateTime::toInstant))
                .orElse(null);
    }

    /** The first start after an instant; null if there is none up to the farthest. */
    public @Nullable ZonedDateTime nextStart(Instant after, Instant farthest) {
        if (sets.size() == 1) {
            return sets.getFirst().nextStart(after, farthest);
        }
        return sets.stream()
                .map(windows -> windows.nextStart(after, farthest))
                .filter(Objects::nonNull)
                .min(Comparator.comparing(ZonedDateTime::toInstant))
                .orElse(null);
    }
}
