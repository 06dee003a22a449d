package dev.interlock.rules.domain.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.facts.Arrivals.Arrival;
import dev.interlock.rules.domain.facts.LaneHistory.Completed;
import dev.interlock.rules.domain.facts.LaneHistory.Failed;
import dev.interlock.rules.domain.facts.LaneHistory.Happened;
import dev.interlock.rules.domain.facts.LaneHistory.RolledBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a lane answers about one version is what reading all that ever happened there comes to. To
 * reproduce a failure, keep the seed that the test's name shows.
 */
class RandomLanesTest {

    private static final Instant BEGIN = Instant.parse("2026-03-28T00:00:00Z");
    private static final List<String> VERSIONS = List.of("1", "2", "3", "4", "never");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void aVersionIsAnsweredForAsByReadingEverything(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            var all = new ArrayList<Happened>();
            var history = LaneHistory.NONE;
            for (int i = 0; i < random.nextInt(20); i++) {
                var happened = happened(random, i);
                all.addFirst(happened);
                history = history.with(happened);
            }
            assertThat(history.newestFirst()).isEqualTo(all);
            for (var version : VERSIONS) {
                var completions =
                        all.stream()
                                .filter(Completed.class::isInstance)
                                .map(Completed.class::cast)
                                .filter(done -> done.version().equals(version))
                                .toList();
                assertThat(history.newest(version)).isEqualTo(completions.stream().findFirst());
                assertThat(history.evidence(version, enforcing(false))).isEqualTo(completions);
                assertThat(history.evidence(version, enforcing(true)))
                        .isEqualTo(completions.stream().filter(Completed::gated).toList());
                assertThat(history.isUndone(version)).isEqualTo(isUndone(all, version));
                assertThat(history.since(version))
                        .isEqualTo(
                                completions.isEmpty()
                                        ? List.of()
                                        : all.subList(0, 1 + all.indexOf(completions.getLast()))
                                                .reversed());
            }
        }
    }

    private static boolean isUndone(List<Happened> newestFirst, String version) {
        return newestFirst.stream()
                        .filter(
                                happened ->
                                        happened instanceof Completed done
                                                        && done.version().equals(version)
                                                || happened instanceof RolledBack undone
                                                        && undone.version().equals(version))
                        .findFirst()
                        .orElse(null)
                instanceof RolledBack;
    }

    private static Environment enforcing(boolean enforces) {
        return new Environment("staging", "staging", enforces, List.of());
    }

    private static Happened happened(Random random, int number) {
        var at = BEGIN.plusSeconds(number);
        var version = VERSIONS.get(random.nextInt(4));
        return switch (random.nextInt(4)) {
            case 0 -> new Failed(at);
            case 1 -> new RolledBack(version, random.nextBoolean() ? "1" : null, at);
            default -> new Completed(version, at, random.nextBoolean(), number);
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void theNewestThatBroughtAnotherVersionIsWhatLookingAtAllOfThemFinds(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            var births = new HashMap<String, Long>();
            var all = new ArrayList<Arrival>();
            var arrivals = Arrivals.NONE;
            for (int i = 0; i < random.nextInt(12); i++) {
                var dr = "DR-" + random.nextInt(8);
                long born = births.computeIfAbsent(dr, _ -> 1L + random.nextInt(1000));
                var version = VERSIONS.get(random.nextInt(4));
                all.add(new Arrival(dr, version, born));
                // what could not be read when it completed can be read later
                boolean known = random.nextInt(6) > 0;
                arrivals =
                        arrivals.plusAll(
                                List.of(new Arrival(dr, version, known ? born : Arrivals.UNKNOWN)));
            }
            for (var version : VERSIONS) {
                assertThat(arrivals.newestWithout(version, births::get).map(Arrival::born))
                        .as("without %s of %s", version, all)
                        .isEqualTo(
                                all.stream()
                                        .filter(arrival -> !arrival.version().equals(version))
                                        .max(Comparator.comparingLong(Arrival::born))
                                        .map(Arrival::born));
            }
        }
    }
}
