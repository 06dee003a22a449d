package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one version, whatever request ships it. What was lifted or revoked is not in it
 * any more.
 *
 * @param digest of the artifact it is bound to; null while it is not
 * @param seen when it was first seen, by its owner's record: nanoseconds since 1970; {@link
 *     #UNKNOWN} if nobody said. There are too many versions for an object each
 * @param stops oldest first
 * @param signOffs oldest first
 */
public record VersionFacts(
        @Nullable Digest digest, long seen, List<Stop> stops, List<SignOff> signOffs) {

    private static final long UNKNOWN = Long.MAX_VALUE;
    private static final long SECOND = 1_000_000_000;

    public static final VersionFacts NONE = new VersionFacts(null, UNKNOWN, List.of(), List.of());

    public VersionFacts {
        stops = List.copyOf(stops);
        signOffs = List.copyOf(signOffs);
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

    /**
     * An approval of the version.
     *
     * @param environment it is given for; null = any
     * @param digest the artifact it is given for; null if none was bound then
     * @param by a person's id, or a service key's
     * @param machine did a service key give it?
     * @param at when it was given, by its owner's record
     * @param validUntil no longer then: half-open; null = for ever
     */
    public record SignOff(
            String id,
            String type,
            @Nullable String environment,
            @Nullable Digest digest,
            String by,
            boolean machine,
            Instant at,
            @Nullable Instant validUntil) {

        public boolean holdsAt(Instant now) {
            return validUntil == null || now.isBefore(validUntil);
        }
    }

    public VersionFacts with(Stop stop) {
        return new VersionFacts(digest, seen, added(stops, stop), signOffs);
    }

    public VersionFacts with(SignOff signOff) {
        return new VersionFacts(digest, seen, stops, added(signOffs, signOff));
    }

    /** The stop or sign-off of this id has ended. */
    public VersionFacts without(String id) {
        return new VersionFacts(
                digest,
                seen,
                stops.stream().filter(s -> !s.id().equals(id)).toList(),
                signOffs.stream().filter(s -> !s.id().equals(id)).toList());
    }

    public VersionFacts bound(Digest artifact) {
        return new VersionFacts(artifact, seen, stops, signOffs);
    }

    /** Only the first time counts. */
    public VersionFacts firstSeen(Instant at) {
        long nanos = Math.addExact(Math.multiplyExact(at.getEpochSecond(), SECOND), at.getNano());
        return seen == UNKNOWN ? new VersionFacts(digest, nanos, stops, signOffs) : this;
    }

    /** When it was registered, by a build or on first sight; null if nobody said. */
    public @Nullable Instant firstSeen() {
        return seen == UNKNOWN
                ? null
                : Instant.ofEpochSecond(Math.floorDiv(seen, SECOND), Math.floorMod(seen, SECOND));
    }

    public List<Stop> stopsAt(Instant now) {
        return stops.isEmpty() ? stops : stops.stream().filter(stop -> stop.holdsAt(now)).toList();
    }

    private static <T> List<T> added(List<T> list, T item) {
        var next = new ArrayList<>(list);
        next.add(item);
        return next;
    }
}
