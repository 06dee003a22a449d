package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.slot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.dr.DrContents;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.Approval;
import dev.interlock.rules.domain.facts.RequestFacts.State;
import dev.interlock.rules.projection.StateHash;
import dev.interlock.rules.projection.World;
import dev.interlock.rules.projection.WorldWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order: no allow without its approvals. Failures name their seed. */
class RandomHistoriesTest {

    private static final List<String> PEOPLE = List.of("ann", "quinn", "quentin", "sam", "rita");
    private static final List<String> REQUESTS = List.of("DR-1", "DR-2", "DR-3");
    private static final List<String> SLOTS = List.of("qa", "security");

    @Test
    void anAllowImpliesEnoughDistinctCurrentApprovalsInEveryRequiredSlot() {
        int allowed = 0;
        for (long seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var story = Story.usual();
            for (int step = 0; step < 60; step++) {
                next(story, random);
                for (var version : List.of("1", "2")) {
                    if (story.judge("api", version, "production").allowed()) {
                        allowed += justified(story.world(), version, seed, step);
                    }
                }
            }
        }
        assertThat(allowed).as("allows with an open request").isGreaterThan(100);
    }

    @Test
    void theOrderBetweenSourcesAndRepetitionsChangeNothing() {
        for (long seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var story = Story.usual();
            for (int step = 0; step < 60; step++) {
                next(story, random);
            }
            var again = new WorldWriter();
            var left = new ArrayList<>(story.told());
            while (!left.isEmpty()) { // any interleaving that keeps each source's own order
                var source = left.get(random.nextInt(left.size())).envelope().source();
                var next =
                        left.stream()
                                .filter(t -> t.envelope().source().equals(source))
                                .findFirst()
                                .orElseThrow();
                left.remove(next);
                for (int i = 0; i <= random.nextInt(3); i++) {
                    next.applyTo(again);
                }
            }
            assertThat(StateHash.of(again.snapshot()))
                    .as("seed %d", seed)
                    .isEqualTo(StateHash.of(story.world()));
        }
    }

    private static void next(Story story, Random random) {
        var dr = any(REQUESTS, random);
        var known = story.world().request(dr);
        if (known == null) {
            story.draft(dr, any(PEOPLE, random), contents(random));
            return;
        }
        var state = known.facts().state();
        switch (random.nextInt(12)) {
            case 0 -> {
                if (state == State.DRAFT) {
                    story.activate(dr);
                }
            }
            case 1, 2 -> {
                if (random.nextInt(4) == 0 && state != State.CANCELLED) {
                    story.edit(dr, any(PEOPLE, random), contents(random));
                }
            }
            case 3 -> {
                if (random.nextInt(6) == 0 && state == State.IN_PROGRESS) {
                    story.reject(dr, any(SLOTS, random), any(PEOPLE, random));
                }
            }
            case 4 -> story.withdraw(dr, any(SLOTS, random), any(PEOPLE, random));
            case 5 -> {
                if (random.nextInt(8) == 0) {
                    story.cancel(dr);
                }
            }
            case 6 -> {
                if (known.isRejected()) {
                    story.rejected(dr);
                } else if (random.nextInt(8) == 0) {
                    story.poison(random.nextBoolean() ? "dr" : "approval", "dr.garbled", dr);
                }
            }
            default -> {
                int revision = Math.max(1, known.facts().revision() - random.nextInt(2));
                story.approve(dr, any(SLOTS, random), any(PEOPLE, random), revision);
            }
        }
    }

    private static DrContents contents(Random random) {
        return new DrContents(
                List.of(item("api", random.nextBoolean() ? "1" : "2")),
                List.of("production"),
                List.of(slot("qa", 1 + random.nextInt(2)), slot("security", 1)));
    }

    /** Told from the facts alone, in another way than the gate does. */
    private static int justified(World world, String version, long seed, int step) {
        int open = 0;
        for (var facts : world.requests().values()) {
            var covers = facts.items().stream().anyMatch(i -> i.version().equals(version));
            if (!covers || facts.state() != State.IN_PROGRESS) {
                continue;
            }
            var decisions = world.decisions().get(facts.id());
            if (decisions != null
                    && decisions.vetoes().stream()
                            .anyMatch(v -> v.revision() >= facts.revisedAt())) {
                continue; // rejected, and a newer one took over
            }
            open = 1;
            var seen = new HashSet<String>();
            for (var slot : facts.slots()) {
                var persons = new HashSet<String>();
                for (Approval a : decisions == null ? List.<Approval>of() : decisions.approvals()) {
                    if (a.slot().equals(slot.id())
                            && !a.withdrawn()
                            && a.revision() >= slot.countsFrom()
                            && a.contentHash().equals(facts.contentHash())
                            && !a.person().equals(facts.author())
                            && !a.person().equals(facts.lastEditor())) {
                        persons.add(a.person());
                    }
                }
                assertThat(persons)
                        .as("seed %d step %d %s %s", seed, step, facts.id(), slot.id())
                        .hasSizeGreaterThanOrEqualTo(slot.min());
                seen.addAll(persons);
            }
            int needed = facts.slots().stream().mapToInt(s -> s.min()).sum();
            assertThat(seen)
                    .as("seed %d step %d distinct persons", seed, step)
                    .hasSizeGreaterThanOrEqualTo(needed);
        }
        return open;
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
