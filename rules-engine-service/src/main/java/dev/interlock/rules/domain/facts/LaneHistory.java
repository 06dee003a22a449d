package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PStack;

/**
 * What happened on a lane, by the server's record of when. A question about one version is answered
 * in the same time however many others there were.
 *
 * @param newestFirst in the reverse of the order in which its owner recorded it
 * @param ofVersion each version's completions, and what undid them, newest first
 * @param ran by which completions versions ran, without what was rolled back, newest first; of
 *     several of one version in a row the last
 */
public record LaneHistory(
        PStack<Happened> newestFirst,
        PMap<String, PStack<Happened>> ofVersion,
        PStack<Completed> ran) {

    public static final LaneHistory NONE =
            new LaneHistory(ConsPStack.empty(), HashTreePMap.empty(), ConsPStack.empty());

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
        var concerned =
                switch (happened) {
                    case Completed done -> done.version();
                    case RolledBack undone -> undone.version();
                    case Failed _ -> null;
                };
        return new LaneHistory(
                newestFirst.plus(happened),
                concerned == null
                        ? ofVersion
                        : ofVersion.plus(concerned, of(concerned).plus(happened)),
                ranAfter(happened));
    }

    private PStack<Completed> ranAfter(Happened happened) {
        return switch (happened) {
            case Failed _ -> ran;
            case Completed done -> (isRun(0, done.version()) ? ran.minus(0) : ran).plus(done);
            case RolledBack undone -> {
                int at = 0;
                while (at < ran.size() && !isRun(at, undone.version())) {
                    at++;
                }
                yield at == ran.size() ? ran : ran.minus(at);
            }
        };
    }

    private boolean isRun(int at, String version) {
        return at < ran.size() && ran.get(at).version().equals(version);
    }

    /**
     * The completion by which this version runs now, if it proves something; empty if another runs.
     */
    Optional<Completed> runningBy(String version, Environment environment) {
        return isRun(0, version) && proves(ran.getFirst(), environment)
                ? Optional.of(ran.getFirst())
                : Optional.empty();
    }

    private PStack<Happened> of(String version) {
        return ofVersion.getOrDefault(version, ConsPStack.empty());
    }

    /** The newest completion that proves something. */
    public Optional<Completed> newestEvidence(String version, Environment environment) {
        for (var happened : of(version)) {
            if (happened instanceof Completed done && proves(done, environment)) {
                return Optional.of(done);
            }
        }
        return Optional.empty();
    }

    /** Where an environment enforces, what the gate had not admitted proves nothing (SPEC 11). */
    private static boolean proves(Completed completed, Environment environment) {
        return completed.gated() || !environment.enforces();
    }

    private Stream<Completed> completions(String version) {
        return of(version).stream().filter(Completed.class::isInstance).map(Completed.class::cast);
    }

    /** From the version's first completion on, oldest first; empty if it never completed. */
    public List<Happened> since(String version) {
        var first = completions(version).reduce((newer, older) -> older);
        if (first.isEmpty()) {
            return List.of();
        }
        var since = new ArrayList<Happened>();
        for (var happened : newestFirst) {
            since.add(happened);
            if (happened.equals(first.get())) {
                break;
            }
        }
        return since.reversed();
    }

    /** The newest completion of any version. */
    public Optional<Completed> newest() {
        for (var happened : newestFirst) {
            if (happened instanceof Completed done) {
                return Optional.of(done);
            }
        }
        return Optional.empty();
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
        return completions(version).findFirst();
    }

    /** Was its newest completion undone? */
    public boolean isUndone(String version) {
        var newest = of(version);
        return !newest.isEmpty() && newest.getFirst() instanceof RolledBack;
    }

    /** Completions that prove something, newest first. */
    public Stream<Completed> evidence(String version, Environment environment) {
        return completions(version).filter(completed -> proves(completed, environment));
    }
}
