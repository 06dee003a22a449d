package dev.interlock.rules.kafka;

import static dev.interlock.rules.Story.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.Decision.Accepted;
import dev.interlock.rules.domain.Decision.Redundant;
import dev.interlock.rules.domain.Decision.Refused;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.domain.DeclaredFreeze.Declared;
import dev.interlock.rules.domain.DeclaredFreeze.Undeclared;
import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Freeze;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.events.FreezeActivated;
import dev.interlock.rules.events.FreezeEvent;
import dev.interlock.rules.events.FreezeExtended;
import dev.interlock.rules.events.FreezeThawed;
import dev.interlock.rules.projection.WorldWriter;
import dev.interlock.rules.write.activatefreeze.Activating;
import dev.interlock.rules.write.extendfreeze.Extending;
import dev.interlock.rules.write.thawfreeze.Thawing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random commands to a few freezes, at random times, as they are decided, stored, told and asked
 * for. To reproduce a failure, keep the seed that the test's name shows.
 */
class RandomFreezeHistoryTest {

    private static final int FREEZES = 30;
    private static final List<String> PRODUCTS = List.of("api", "web");
    private static final List<Environment> ENVIRONMENTS =
            List.of(
                    new Environment("production", "production", true, List.of("prod", "live")),
                    new Environment("qa", "test", true, List.of()));

    private final Map<String, DeclaredFreeze> freezes = new TreeMap<>();
    private final List<FreezeEvent> events = new ArrayList<>();
    private final Map<String, Map<String, String>> labels = new TreeMap<>();
    private final WorldWriter world = new WorldWriter();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    void isLegalAndToldAsItIs(long seed) {
        var random = new Random(seed);
        var now = NOW;
        for (int step = 0; step < 400; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(20)));
            var id = "frz_" + random.nextInt(FREEZES);
            var before = state(id);

            var decision = decide(before, id, random, now);
            for (var event : accepted(decision)) {
                checkMayFollow(before, event, now);
                freezes.put(id, before.evolve(event));
                events.add(event);
                tell(event);
            }
            if (random.nextInt(10) == 0) {
                label(random);
            }
            check(random, now);
        }
        replay();
        assertThat(events).hasSizeGreaterThan(25);
    }

    private void label(Random random) {
        var product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
        var said = new TreeMap<String, String>();
        some(random, "tier", "pci").forEach(name -> said.put(name, "" + random.nextInt(2)));
        labels.put(product, said);
        world.labelled(product, said);
    }

    private DeclaredFreeze state(String id) {
        return freezes.getOrDefault(id, new Undeclared());
    }

    private static Decision<FreezeEvent> decide(
            DeclaredFreeze freeze, String id, Random random, Instant now) {
        return switch (random.nextInt(6)) {
            case 0 ->
                    Activating.decide(
                            freeze,
                            id,
                            scope(random),
                            random.nextBoolean() ? null : around(now, random),
                            random.nextInt(4) == 0 ? null : around(now, random),
                            now);
            case 1 -> Thawing.decide(freeze, id, now);
            default -> Extending.decide(freeze, id, around(now, random), now);
        };
    }

    private static Instant around(Instant now, Random random) {
        return now.plus(Duration.ofMinutes(random.nextInt(-60, 600)));
    }

    private static Scope scope(Random random) {
        return new Scope(
                some(random, "api", "web"),
                some(random, "tier:1", "pci"),
                some(random, "live", "prod", "qa"),
                some(random, "production", "test"));
    }

    private static List<String> some(Random random, String... names) {
        return random.nextBoolean()
                ? List.of()
                : List.of(names).subList(random.nextInt(names.length), names.length);
    }

    private static List<FreezeEvent> accepted(Decision<FreezeEvent> decision) {
        return switch (decision) {
            case Accepted(var events) -> events;
            case Redundant<FreezeEvent> _, Refused<FreezeEvent> _ -> List.of();
        };
    }

    /** Told from the event and what was before alone, in another way than the decisions do. */
    private static void checkMayFollow(DeclaredFreeze before, FreezeEvent event, Instant now) {
        switch (event) {
            case FreezeActivated e -> {
                assertThat(before).isInstanceOf(Undeclared.class);
                assertThat(e.at()).isEqualTo(now);
                assertThat(e.startsAt()).isAfterOrEqualTo(now);
                assertThat(e.expiresAt() == null || e.expiresAt().isAfter(e.startsAt())).isTrue();
            }
            case FreezeExtended e -> {
                var end = notEnded(before, now).expiresAt();
                assertThat(end).isNotNull().isBefore(e.expiresAt());
                assertThat(e.at()).isEqualTo(now);
            }
            case FreezeThawed e -> {
                notEnded(before, now);
                assertThat(e.at()).isEqualTo(now);
            }
        }
    }

    private static Freeze notEnded(DeclaredFreeze before, Instant now) {
        assertThat(before).isInstanceOf(Declared.class);
        var freeze = ((Declared) before).freeze();
        assertThat(freeze.thawedAt()).isNull();
        assertThat(freeze.expiresAt() == null || now.isBefore(freeze.expiresAt())).isTrue();
        return freeze;
    }

    private void tell(FreezeEvent event) {
        RuleMessages.apply(FreezeMessages.of(event), world);
    }

    /** What stops a deployment, now and at some other time, is what everybody would say does. */
    private void check(Random random, Instant now) {
        for (var at : List.of(now, around(now, random), now.minus(Duration.ofDays(2)))) {
            for (var product : PRODUCTS) {
                for (var environment : ENVIRONMENTS) {
                    assertThat(world.snapshot().freezes(product, environment, at))
                            .extracting(Freeze::id)
                            .containsExactlyInAnyOrderElementsOf(
                                    stopping(product, environment, at));
                }
            }
        }
    }

    private List<String> stopping(String product, Environment environment, Instant at) {
        return freezes.values().stream()
                .map(declared -> ((Declared) declared).freeze())
                .filter(f -> isIn(f.scope().products(), List.of(product)))
                .filter(f -> isIn(f.scope().productLabels(), words(product)))
                .filter(f -> isIn(f.scope().environments(), environment.names()))
                .filter(f -> isIn(f.scope().environmentTypes(), List.of(environment.type())))
                .filter(f -> !at.isBefore(f.startsAt()))
                .filter(f -> isBefore(at, f.expiresAt()) && isBefore(at, f.thawedAt()))
                .map(Freeze::id)
                .toList();
    }

    private List<String> words(String product) {
        return labels.getOrDefault(product, Map.of()).entrySet().stream()
                .flatMap(e -> Stream.of(e.getKey(), e.getKey() + ":" + e.getValue()))
                .toList();
    }

    private static boolean isIn(List<String> scope, List<String> names) {
        return scope.isEmpty() || names.stream().anyMatch(scope::contains);
    }

    private static boolean isBefore(Instant at, @Nullable Instant end) {
        return end == null || at.isBefore(end);
    }

    private void replay() {
        var again = new TreeMap<String, DeclaredFreeze>();
        for (var event : events) {
            again.put(
                    event.freeze(),
                    again.getOrDefault(event.freeze(), new Undeclared()).evolve(event));
        }
        assertThat(again).isEqualTo(freezes);
        freezes.forEach(
                (id, declared) ->
                        assertThat(world.freeze(id)).isEqualTo(((Declared) declared).freeze()));
    }
}
