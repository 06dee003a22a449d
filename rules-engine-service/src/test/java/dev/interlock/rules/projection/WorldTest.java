package dev.interlock.rules.projection;

import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.toProduction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.Request;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WorldTest {

    @Test
    void aSnapshotNeverChanges() {
        var story = Story.usual();
        var before = story.world();
        var hash = StateHash.of(before);
        story.open("DR-1", "ann", toProduction(item("api", "2")));
        assertThat(StateHash.of(before)).isEqualTo(hash);
        assertThat(StateHash.of(story.world())).isNotEqualTo(hash);
        assertThat(story.world().position("dr")).isEqualTo(before.position("dr") + 2);
    }

    @Test
    void whatARequestCoversFollowsItsEdits() {
        var story = Story.usual().open("DR-1", "ann", toProduction(item("api", "2")));
        story.open("DR-2", "ann", toProduction(item("api", "2")));
        assertThat(covering(story, "2")).containsExactly("DR-2", "DR-1");
        story.edit("DR-1", "ann", toProduction(item("api", "3")));
        assertThat(covering(story, "2")).containsExactly("DR-2");
        assertThat(covering(story, "3")).containsExactly("DR-1");
    }

    @Test
    void aRepeatedRecordChangesNothing() {
        var story = Story.usual().holds("zoe", "qa");
        var told = story.told().getLast();
        var world = story.world();
        var writer = new WorldWriter();
        story.told().forEach(t -> t.applyTo(writer));
        told.applyTo(writer);
        assertThat(StateHash.of(writer.snapshot())).isEqualTo(StateHash.of(world));
        assertThat(StateHash.of(story.world())).isEqualTo(StateHash.of(world));
    }

    /** Each record is decoded by itself, and brings texts of its own. */
    @Test
    void whatManyHaveInCommonIsKeptOnce() {
        var story = Story.usual();
        for (int i = 0; i < 50; i++) {
            story.open("DR-" + i, copy("ann"), toProduction(item(copy("api"), copy("2"))));
        }
        var world = story.world();
        var first = Objects.requireNonNull(world.requests().get("DR-0"));
        for (var request : world.requests().values()) {
            assertThat(request.author()).isSameAs(first.author());
            assertThat(request.slots()).isSameAs(first.slots());
            assertThat(request.environments()).isSameAs(first.environments());
            assertThat(request.items().getFirst().product())
                    .isSameAs(first.items().getFirst().product());
            assertThat(request.items().getFirst().version())
                    .isSameAs(first.items().getFirst().version());
        }
    }

    /** Another text of the same letters. */
    private static String copy(String text) {
        return new String(text.toCharArray());
    }

    private static List<String> covering(Story story, String version) {
        var world = story.world();
        var production = world.environment("production");
        if (production == null) {
            throw new AssertionError("production is registered");
        }
        return world.covering("api", version, production).stream().map(Request::id).toList();
    }
}
