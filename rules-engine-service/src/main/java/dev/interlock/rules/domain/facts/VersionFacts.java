package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people and machines say of one version, whatever request ships it. What was taken back is
 * not in it any more.
 *
 * @param digest the artifact the version is bound to; null while unbound
 * @param signOffs oldest first
 * @param stops oldest first
 */
public record VersionFacts(@Nullable String digest, List<SignOff> signOffs, List<Stop> stops) {

    public static final VersionFacts NONE = new VersionFacts(null, List.of(), List.of());

    public VersionFacts {
        signOffs = List.copyOf(signOffs);
        stops = List.copyOf(stops);
    }

    /**
     * @param environment it is given for; null = any
     * @param digest the artifact it is given for; null if none was bound then
     * @param by a person's id, or a service key's
     * @param machine true when a service key gave it
     * @param validUntil from then on it no longer counts; null = for ever
     */
    public record SignOff(
            String id,
            String type,
            @Nullable String environment,
            @Nullable String digest,
            String by,
            boolean machine,
            Instant at,
            @Nullable Instant validUntil) {}

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

    public VersionFacts bound(String artifact) {
        return new VersionFacts(artifact, signOffs, stops);
    }

    public VersionFacts with(SignOff signOff) {
        var next = new ArrayList<>(signOffs);
        next.add(signOff);
        return new VersionFacts(digest, next, stops);
    }

    public VersionFacts with(Stop stop) {
        var next = new ArrayList<>(stops);
        next.add(stop);
        return new VersionFacts(digest, signOffs, next);
    }

    public VersionFacts without(String id) {
        return new VersionFacts(
                digest,
                signOffs.stream().filter(s -> !s.id().equals(id)).toList(),
                stops.stream().filter(s -> !s.id().equals(id)).toList());
    }

    public List<Stop> stopsAt(Instant now) {
        return stops.stream().filter(stop -> stop.holdsAt(now)).toList();
    }
}
