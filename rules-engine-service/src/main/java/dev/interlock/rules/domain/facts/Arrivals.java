package dev.interlock.rules.domain.facts;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;

/**
 * The deployment requests by which versions completed on a lane, as far as supersession asks for
 * them: which is the newest that brought another version than this one? Two answer that for every
 * version.
 *
 * @param newest of all; null if there is none whose age is known
 * @param newestOther of those that brought another version than the newest did; null if there is
 *     none
 * @param ofUnknownAge those that could not be read when they completed
 */
public record Arrivals(
        @Nullable Arrival newest, @Nullable Arrival newestOther, PStack<Arrival> ofUnknownAge) {

    /** That age is not known yet. */
    public static final long UNKNOWN = 0;

    public static final Arrivals NONE = new Arrivals(null, null, ConsPStack.empty());

    /**
     * @param born position of the deployment request's first event, a greater one is newer; {@link
     *     #UNKNOWN}
     */
    public record Arrival(String dr, String version, long born) {}

    Arrivals plusAll(Collection<Arrival> more) {
        var all = this;
        for (var arrival : more) {
            all = all.plus(arrival);
        }
        return all;
    }

    private Arrivals plus(Arrival arrival) {
        if (arrival.born() == UNKNOWN) {
            return new Arrivals(newest, newestOther, ofUnknownAge.plus(arrival));
        }
        if (newest == null) {
            return new Arrivals(arrival, null, ofUnknownAge);
        }
        boolean same = arrival.version().equals(newest.version());
        if (arrival.born() > newest.born()) {
            return new Arrivals(arrival, same ? newestOther : newest, ofUnknownAge);
        }
        boolean newer = newestOther == null || arrival.born() > newestOther.born();
        return same || !newer ? this : new Arrivals(newest, arrival, ofUnknownAge);
    }

    /**
     * The newest deployment request by which another version than this one completed here.
     *
     * @param births by then: when the deployment request began, or {@link #UNKNOWN}
     */
    public Optional<Arrival> newestWithout(String version, ToLongFunction<String> births) {
        var known = newest != null && newest.version().equals(version) ? newestOther : newest;
        if (ofUnknownAge.isEmpty()) {
            return Optional.ofNullable(known);
        }
        return Stream.concat(
                        Stream.ofNullable(known),
                        ofUnknownAge.stream()
                                .filter(arrival -> !arrival.version().equals(version))
                                .map(
                                        arrival ->
                                                new Arrival(
                                                        arrival.dr(),
                                                        arrival.version(),
                                                        births.applyAsLong(arrival.dr()))))
                .filter(arrival -> arrival.born() != UNKNOWN)
                .max(Comparator.comparingLong(Arrival::born));
    }
}
