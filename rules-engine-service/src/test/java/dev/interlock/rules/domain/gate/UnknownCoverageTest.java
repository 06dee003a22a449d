package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.Sources;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.Digest;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.facts.Item;
import dev.interlock.rules.domain.facts.Paperwork;
import dev.interlock.rules.domain.facts.RequestFacts;
import dev.interlock.rules.domain.facts.RequestFacts.State;
import dev.interlock.rules.domain.facts.SeenContents;
import dev.interlock.rules.projection.WorldWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A deployment request of which a record cannot be read may cover anything. */
class UnknownCoverageTest {

    @Test
    void blocksEverythingUntilItsOwnerHasToldWhatItCovers() {
        var story = Story.usual().poison(Sources.DR, "dr.created", "DR-1");
        var writer = replayed(story);

        assertThat(codeFor("api", writer)).isEqualTo("POLICY_ERROR");
        assertThat(codeFor("other", writer)).isEqualTo("POLICY_ERROR");

        writer.coverageTold(covers("api"), story.world().position(Sources.DR));

        assertThat(codeFor("api", writer)).isEqualTo("POLICY_ERROR");
        assertThat(codeFor("other", writer)).isNull();
    }

    @Test
    void anUnreadableEditMakesItUnknownAgain() {
        var story = Story.usual().open("DR-1", "ann", toProduction(item("api", "1")));
        assertThat(codeFor("other", replayed(story))).isNull();

        story.poison(Sources.DR, "dr.edited", "DR-1");

        assertThat(codeFor("other", replayed(story))).isEqualTo("POLICY_ERROR");
    }

    @Test
    void anAnswerOlderThanTheNewestRecordTellsNothing() {
        var story = Story.usual().poison(Sources.DR, "dr.created", "DR-1");
        long asked = story.world().position(Sources.DR);
        story.poison(Sources.DR, "dr.edited", "DR-1");
        var writer = replayed(story);

        writer.coverageTold(covers("api"), asked);

        assertThat(codeFor("other", writer)).isEqualTo("POLICY_ERROR");
    }

    @Test
    void aRecordOfAnotherSourceLeavesTheCoverageKnown() {
        var story =
                Story.usual()
                        .open("DR-1", "ann", toProduction(item("api", "1")))
                        .poison(Sources.APPROVAL, "dr.approved", "DR-1");

        assertThat(codeFor("api", replayed(story))).isNotNull();
        assertThat(codeFor("other", replayed(story))).isNull();
    }

    private static WorldWriter replayed(Story story) {
        var writer = new WorldWriter();
        story.told().forEach(told -> told.applyTo(writer));
        return writer;
    }

    private static RequestFacts covers(String product) {
        return new RequestFacts(
                "DR-1",
                0,
                State.IN_PROGRESS,
                false,
                1,
                0,
                List.of(new SeenContents(1, Digest.of("hash"))),
                "ann",
                "ann",
                List.of(new Item(product, "1", List.of("production"), 1)),
                List.of("production"),
                List.of(),
                null,
                List.of(),
                Paperwork.NONE);
    }

    private static @Nullable String codeFor(String product, WorldWriter writer) {
        var query = new GateQuery(product, "1", "production", null, null, "human");
        if (Gate.decide(query, writer.snapshot(), Story.NOW) instanceof Judgement judgement) {
            return judgement.allowed() ? null : judgement.code();
        }
        throw new AssertionError("judged");
    }
}
