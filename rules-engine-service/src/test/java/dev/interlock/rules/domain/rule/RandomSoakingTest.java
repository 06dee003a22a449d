package dev.interlock.rules.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.facts.Arrivals;
import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.domain.facts.LaneHistory;
import dev.interlock.rules.domain.facts.LaneHistory.Completed;
import dev.interlock.rules.domain.facts.LaneHistory.Failed;
import dev.interlock.rules.domain.facts.LaneHistory.Happened;
import dev.interlock.rules.domain.facts.LaneHistory.RolledBack;
import dev.interlock.rules.domain.rule.Soaking.Measure;
import dev.interlock.rules.domain.rule.Soaking.ResetOn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pcollections.HashTreePMap;

/**
 * Random lanes, soaked minute by minute by a reference that knows nothing but what a minute is. To
 * reproduce a failure, keep the seed that the test's name shows.
 */
class RandomSoakingTest {

    private static final Instant BEGIN = Instant.parse("2026-03-28T00:00:00Z");
    private static final int MINUTES = 200;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    void everyMeasureAgreesWithCountingMinutes(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            var environment =
                    new Environment("staging", "staging", random.nextBoolean(), List.of());
            var happened = new TreeMap<Integer, Happened>();
            var minutes = new TreeSet<Integer>();
            for (int i = 0; i < random.nextInt(12); i++) {
                minutes.add(random.nextInt(MINUTES));
            }
            var ran = new ArrayList<String>();
            for (int minute : minutes) {
                happened.put(minute, random(random, minute, ran));
            }
            var history = LaneHistory.NONE;
            for (var next : happened.values()) {
                history = history.with(next);
            }
            for (var resetOn : ResetOn.values()) {
                var soaking = Soaking.of(lane(history), "2", environment, resetOn, at(MINUTES));
                for (var measure : Measure.values()) {
                    int soaked = counted(happened, environment, resetOn, measure);
                    assertThat(soaking.soaked(measure, at(MINUTES)))
                            .as("%s %s of %s", measure, resetOn, happened)
                            .isEqualTo(Duration.ofMinutes(soaked));
                    checkReaches(soaking, measure, Duration.ofMinutes(soaked + 1L));
                }
            }
        }
    }

    private static Lane lane(LaneHistory history) {
        return new Lane(
                "api",
                "staging",
                List.of(),
                null,
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                Arrivals.NONE,
                history,
                0);
    }

    private static void checkReaches(Soaking soaking, Measure measure, Duration minimum) {
        var until = soaking.reaches(minimum, measure);
        if (until == null) {
            assertThat(soaking.soaked(measure, at(10 * MINUTES))).isLessThan(minimum);
        } else if (until.isAfter(at(MINUTES))) {
            assertThat(soaking.soaked(measure, until)).isEqualTo(minimum);
            assertThat(soaking.soaked(measure, until.minusSeconds(1))).isLessThan(minimum);
        }
    }

    /**
     * @param ran which version ran after which; the last runs now
     */
    private static Happened random(Random random, int minute, List<String> ran) {
        int kind = random.nextInt(5);
        if (kind == 4 && !ran.isEmpty()) {
            var undone = ran.removeLast();
            return new RolledBack(undone, ran.isEmpty() ? null : ran.getLast(), at(minute));
        }
        if (kind == 0) {
            return new Failed(at(minute));
        }
        var version = kind == 1 ? "3" : "2";
        if (ran.isEmpty() || !ran.getLast().equals(version)) {
            ran.add(version);
        }
        return new Completed(version, at(minute), random.nextInt(4) > 0, minute);
    }

    private static int counted(
            TreeMap<Integer, Happened> happened,
            Environment environment,
            ResetOn resetOn,
            Measure measure) {
        boolean runs = false;
        boolean proven = false;
        boolean succeeded = false;
        boolean lastProves = false;
        int present = 0;
        int longest = 0;
        int sinceFirst = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            var now = happened.get(minute);
            boolean again = now instanceof Completed c && c.version().equals("2") && runs;
            if (now instanceof Failed && resetOn == ResetOn.FAILURE
                    || again && resetOn == ResetOn.REDEPLOY) {
                proven = false;
                succeeded = false;
                present = 0;
                longest = 0;
                sinceFirst = 0;
            }
            if (now instanceof Failed && resetOn == ResetOn.FAILURE) {
                lastProves = false;
            }
            if (now instanceof RolledBack undone) {
                runs = "2".equals(undone.restored());
                proven = runs && lastProves;
                present = 0;
            }
            if (now instanceof Completed c) {
                runs = c.version().equals("2");
                if (runs) {
                    lastProves = c.gated() || !environment.enforces();
                }
                if (!runs) {
                    proven = false;
                    present = 0;
                } else if (c.gated() || !environment.enforces()) {
                    proven = true;
                    succeeded = true;
                }
            }
            present += proven ? 1 : 0;
            longest = Math.max(longest, present);
            sinceFirst += succeeded ? 1 : 0;
        }
        return switch (measure) {
            case CONTINUOUS_CURRENT -> present;
            case LONGEST_CONTINUOUS -> longest;
            case SINCE_FIRST_SUCCESS -> sinceFirst;
        };
    }

    private static Instant at(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }
}
