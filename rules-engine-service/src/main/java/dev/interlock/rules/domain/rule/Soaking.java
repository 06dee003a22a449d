package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.domain.facts.LaneHistory.Completed;
import dev.interlock.rules.domain.facts.LaneHistory.Failed;
import dev.interlock.rules.domain.facts.LaneHistory.Happened;
import dev.interlock.rules.domain.facts.LaneHistory.RolledBack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long one version has run in one environment, by the server's record (SPEC 11, soak).
 *
 * @param since when the stay began that goes on; null if the version does not run there, or nothing
 *     proves that stay
 * @param firstSuccess the first completion that proves something; null if there is none
 * @param longestEnded the longest of the stays that are over; zero if there is none
 */
public record Soaking(
        @Nullable Instant since, @Nullable Instant firstSuccess, Duration longestEnded) {

    public enum Measure {
        CONTINUOUS_CURRENT,
        LONGEST_CONTINUOUS,
        SINCE_FIRST_SUCCESS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Measure of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        static Set<String> words() {
            return Arrays.stream(values()).map(Measure::word).collect(Collectors.toSet());
        }
    }

    /** What forgets all that was before it, for every measure. */
    public enum ResetOn {
        REDEPLOY,
        FAILURE,
        NEVER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static ResetOn of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        static Set<String> words() {
            return Arrays.stream(values()).map(ResetOn::word).collect(Collectors.toSet());
        }
    }

    private static final Soaking NONE = new Soaking(null, null, Duration.ZERO);

    /**
     * @param now a deployment whose lease has ended by then has failed when it ended, though nobody
     *     may have recorded it yet
     */
    public static Soaking of(
            Lane lane, String version, Environment environment, ResetOn resetOn, Instant now) {
        var soaking = NONE;
        @Nullable String current = null;
        boolean proven = false;
        for (var happened : withLapses(lane, version, now)) {
            switch (happened) {
                case Failed _ -> {
                    soaking = resetOn == ResetOn.FAILURE ? NONE : soaking;
                    proven = proven && resetOn != ResetOn.FAILURE;
                }
                case Completed done when done.version().equals(version) -> {
                    boolean again = version.equals(current);
                    var before = again && resetOn == ResetOn.REDEPLOY ? NONE : soaking;
                    boolean proves = done.gated() || !environment.enforces();
                    soaking = proves ? before.completed(done.at()) : before;
                    proven = proves;
                    current = version;
                }
                case RolledBack undone -> {
                    soaking = soaking.ended(undone.at());
                    if (version.equals(undone.restored()) && proven) {
                        soaking = soaking.restored(undone.at());
                    }
                    current = undone.restored();
                }
                case Completed done -> {
                    soaking = soaking.ended(done.at());
                    current = done.version();
                }
            }
        }
        return soaking;
    }

    private static List<Happened> withLapses(Lane lane, String version, Instant now) {
        var happened = lane.history().since(version);
        var lapsed = lane.running().stream().filter(r -> r.hasLapsed(now)).toList();
        if (happened.isEmpty() || lapsed.isEmpty()) {
            return happened;
        }
        var all = new ArrayList<>(happened);
        for (var run : lapsed) {
            var end = Objects.requireNonNull(run.leaseUntil());
            int at = all.size();
            while (at > 0 && all.get(at - 1).at().isAfter(end)) {
                at--;
            }
            all.add(at, new Failed(end));
        }
        return all;
    }

    /** A redeployment goes on with the stay that it meets. */
    private Soaking completed(Instant at) {
        return new Soaking(
                since == null ? at : since, firstSuccess == null ? at : firstSuccess, longestEnded);
    }

    /** A new stay; it is no success of its own. */
    private Soaking restored(Instant at) {
        return new Soaking(at, firstSuccess, longestEnded);
    }

    private Soaking ended(Instant at) {
        if (since == null) {
            return this;
        }
        var stay = Duration.between(since, at);
        return new Soaking(
                null, firstSuccess, stay.compareTo(longestEnded) > 0 ? stay : longestEnded);
    }

    public Duration soaked(Measure measure, Instant now) {
        return switch (measure) {
            case CONTINUOUS_CURRENT -> age(since, now);
            case LONGEST_CONTINUOUS -> {
                var present = age(since, now);
                yield present.compareTo(longestEnded) > 0 ? present : longestEnded;
            }
            case SINCE_FIRST_SUCCESS -> age(firstSuccess, now);
        };
    }

    /** When waiting alone makes it so long; null if it never does. */
    @Nullable Instant reaches(Duration minimum, Measure measure) {
        var from = measure == Measure.SINCE_FIRST_SUCCESS ? firstSuccess : since;
        return from == null ? null : from.plus(minimum);
    }

    private static Duration age(@Nullable Instant from, Instant now) {
        return from == null || now.isBefore(from) ? Duration.ZERO : Duration.between(from, now);
    }
}
