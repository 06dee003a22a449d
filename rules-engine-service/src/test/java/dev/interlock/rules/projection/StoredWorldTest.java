package dev.interlock.rules.projection;

import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.Story.toProduction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contracts.Sources;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.rules.Story;
import dev.interlock.rules.domain.facts.Scope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredWorldTest {

    @Test
    void aWorldComesBackAsItWas() {
        var story = eventful();
        var world = story.world();

        var back = startedAgain(story, bytes(world));

        assertThat(StateHash.of(back)).isEqualTo(StateHash.of(world));
        assertThat(back.positions()).isEqualTo(world.positions());
        assertThat(back.busy().keySet()).isEqualTo(world.busy().keySet());
        assertThat(back.aliases()).isEqualTo(world.aliases());
        assertThat(back.covering()).isEqualTo(world.covering());
        assertThat(back.owing()).isEqualTo(world.owing());
        world.lanes()
                .forEach((id, lane) -> assertThat(back.lanes().get(id)).as(id).isEqualTo(lane));
    }

    /** What is new in the world must be stored, derived, or read again from the first event on. */
    @Test
    void nothingOfTheWorldIsForgotten() {
        var stored =
                List.of(
                        "positions",
                        "environments",
                        "productLabels",
                        "lanes",
                        "starts",
                        "requests",
                        "decisions",
                        "builders",
                        "versions",
                        "approvalTypes",
                        "holders",
                        "inactive",
                        "knownOverrides");
        var derived = List.of("aliases", "busy", "covering", "owing", "compiled");
        var readAgain = List.of("ruleVersions", "calendars", "knownFreezes");
        var neverStored = List.of("unreadable", "unmapped");

        assertThat(Arrays.stream(World.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(stored, derived, readAgain, neverStored).stream()
                                .flatMap(List::stream)
                                .toList());
    }

    @Test
    void whatIsParkedIsNotForgottenByStoringIt() {
        var story = eventful();
        assertThat(StoredWorld.canBeStored(story.world())).isTrue();
        story.poison(Sources.DR, "dr.activated", "DR-7");
        assertThat(StoredWorld.canBeStored(story.world())).isFalse();
    }

    @Test
    void bytesThatAreNotAllThereAreNoWorld() {
        var bytes = bytes(eventful().world());
        for (int length : List.of(0, 1, bytes.length / 2, bytes.length - 1)) {
            var cut = new ByteArrayInputStream(bytes, 0, length);
            assertThatThrownBy(() -> StoredWorld.read(cut, new WorldWriter()))
                    .as("%d of %d bytes", length, bytes.length)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    /** As after a restart: the stored part, and every event of the other source. */
    private static World startedAgain(Story story, byte[] bytes) {
        var writer = new WorldWriter();
        StoredWorld.read(new ByteArrayInputStream(bytes), writer);
        story.told().stream()
                .filter(told -> !StoredWorld.SOURCES.contains(told.envelope().source()))
                .forEach(told -> told.applyTo(writer));
        return writer.snapshot();
    }

    private static byte[] bytes(World world) {
        var out = new ByteArrayOutputStream();
        StoredWorld.write(world, out);
        return out.toByteArray();
    }

    private static Story eventful() {
        var story = beforeTheOverride();
        var target = new Story.Target("web", "2", "production");
        story.override("ovr_1", 1, "rita", target, Story.NOW.plusSeconds(3600), "r2");
        story.started(story.judge("web", "2", "production"));
        assertThat(story.world().knownOverrides().spent()).as("by the start").hasSize(1);
        return story;
    }

    private static Story beforeTheOverride() {
        var afterwards =
                new DrContents.Step(
                        "smoke",
                        "post",
                        "Smoke tests",
                        "manual",
                        true,
                        null,
                        null,
                        "qa",
                        Story.NOW.plusSeconds(60));
        var owing =
                new DrContents(
                        List.of(item("api", "2")),
                        List.of("production"),
                        List.of(),
                        List.of(afterwards));
        return Story.usual()
                .environment("live", "production", "report_only", "prod", "blue")
                .separation("lab", "test", true)
                .labelled("api", Map.of("tier", "1", "pci", "yes"))
                .built("api", "2", "usr_ann")
                .built("api", "2", "usr_bob")
                .seen("api", "2")
                .bound("api", "2", "sha256:" + "ab".repeat(32))
                .bound("web", "1", "md5:whatever")
                .rejectVersion("web", "9")
                .quarantine("api", "8", Story.NOW.plusSeconds(60))
                .signedOff("api", "2", "qa", "quinn")
                .open("DR-1", "ann", toProduction(item("api", "2")))
                .approve("DR-1", "qa", "quinn")
                .approve("DR-1", "qa", "quentin")
                .withdraw("DR-1", "qa", "quentin")
                .open("DR-2", "bob", toProduction(item("api", "2"), item("web", "1")))
                .reject("DR-2", "qa", "quinn")
                .revise("DR-2", "bob")
                .draft("DR-3", "ann", toProduction(item("web", "9")))
                .cancel("DR-3")
                .open("DR-4", "ann", owing)
                .started("api", "1", "production", "DR-1")
                .completed("api", "1", "production", "DR-1")
                .started("api", "2", "production")
                .failed("api", "2", "production")
                .rolledBack("api", "1", "production", null)
                .lease(Story.NOW.plusSeconds(600))
                .started("web", "1", "live")
                .ungated("web", "0", "lab")
                .rule(
                        "r1",
                        new Scope(List.of(), List.of("pci"), List.of(), List.of()),
                        "soak",
                        "{}")
                .drRequired("r2", "enforce", "{}")
                .freeze(
                        "frz_1",
                        Story.NOW.plusSeconds(99),
                        null,
                        new Scope(List.of("api"), List.of(), List.of()));
    }
}
