package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;

/**
 * What happened on a lane, by the server's record of when.
 *
 * @param newestFirst in the reverse of the order in which its owner recorded it
 */
public record LaneHistory(PStack<Happened> newestFirst) {

    public static final LaneHistory NONE = new LaneHistory(ConsPStack.empty());

    /** One thing that happened. */
    public sealed interface Happened {

        Instant at();
    }

    /**
     * @param gated had the gate admitted it?
     * @param position in the owner's event store: the order among lanes
     */
    public record Completed(String version, Instant at, boolean gated, long position)
            implements Happened {}

    /** A deployment of whichever version failed, was aborted or is presumed to have failed. */
    public record Failed(Instant at) implements Happened {}

    public LaneHistory with(Happened happened) {
        return new LaneHistory(newestFirst.plus(happened));
    }

    /** Newest first. */
    public Stream<Completed> completions() {
        return newestFirst.stream().filter(Completed.class::isInstance).map(Completed.class::cast);
    }

    /** When the version that runs now first completed without another since; null before any. */
    public @Nullable Instant runningSince() {
        @Nullable Completed first = null;
        for (var done : completions().toList()) {
            if (first != null && !first.version().equals(done.version())) {
                break;
            }
            first = done;
        }
        return first == null ? null : first.at();
    }

    /**
     * Completions that prove something, newest first. Where an environment enforces, what the gate
     * had not admitted proves nothing (SPEC 11).
     */
    public Stream<Completed> evidence(String version, Environment environment) {
        return completions()
                .filter(completed -> completed.version().equals(version))
                .filter(completed -> completed.gated() || !environment.enforces());
    }
}
