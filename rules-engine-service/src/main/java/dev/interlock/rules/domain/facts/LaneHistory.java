package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
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

    /**
     * A completion was undone, and the version before it runs again.
     *
     * @param restored null if none had run before
     */
    public record RolledBack(String version, @Nullable String restored, Instant at)
            implements Happened {}

    public LaneHistory with(Happened happened) {
        return new LaneHistory(newestFirst.plus(happened));
    }

    /** Newest first. */
    public Stream<Completed> completions() {
        return newestFirst.stream().filter(Completed.class::isInstance).map(Completed.class::cast);
    }

    /**
     * When the stay of the version began that runs now: when it completed, or another was rolled
     * back; null if none runs.
     */
    public @Nullable Instant runningSince() {
        @Nullable String current = null;
        @Nullable Instant since = null;
        for (var happened : newestFirst) {
            var then = nowRunning(happened);
            if (then == null && !(happened instanceof RolledBack)) {
                continue;
            }
            if (since != null && !Objects.equals(current, then)) {
                break;
            }
            current = then;
            since = happened.at();
        }
        return current == null ? null : since;
    }

    /** What ran after it; null for none, or if it changed nothing. */
    private static @Nullable String nowRunning(Happened happened) {
        return switch (happened) {
            case Completed done -> done.version();
            case RolledBack undone -> undone.restored();
            case Failed _ -> null;
        };
    }

    /** The newest completion of the version. */
    public Optional<Completed> newest(String version) {
        return completions().filter(done -> done.version().equals(version)).findFirst();
    }

    /** Was its newest completion undone? */
    public boolean isUndone(String version) {
        for (var happened : newestFirst) {
            switch (happened) {
                case Completed done when done.version().equals(version) -> {
                    return false;
                }
                case RolledBack undone when undone.version().equals(version) -> {
                    return true;
                }
                case Completed _, RolledBack _, Failed _ -> {}
            }
        }
        return false;
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
