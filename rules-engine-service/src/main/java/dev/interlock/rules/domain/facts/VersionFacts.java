package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stops one version, whatever request ships it. What was lifted is not in it any more.
 *
 * @param stops oldest first
 */
public record VersionFacts(List<Stop> stops) {

    public static final VersionFacts NONE = new VersionFacts(List.of());

    public VersionFacts {
        stops = List.copyOf(stops);
    }

    /**
     * A rejection, or a quarantine.
     *
     * @param until the end of a quarantine; null for a rejection
     */
    public record Stop(String id, String by, String reason, @Nullable Instant until) {

        /** Half-open: at the end of a quarantine it no longer holds. */
        public boolean holdsAt(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    public VersionFacts with(Stop stop) {
        var next = new ArrayList<>(stops);
        next.add(stop);
        return new VersionFacts(next);
    }

    public VersionFacts without(String id) {
        return new VersionFacts(stops.stream().filter(s -> !s.id().equals(id)).toList());
    }

    public List<Stop> stopsAt(Instant now) {
        return stops.stream().filter(stop -> stop.holdsAt(now)).toList();
    }
}
