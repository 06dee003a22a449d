package dev.interlock.dr.write.changetemplate;

import static dev.interlock.dr.Decisions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.domain.Decision.Accepted;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.Template;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Outline;
import dev.interlock.dr.events.TemplateChanged;
import dev.interlock.dr.events.TemplateCreated;
import dev.interlock.dr.events.TemplateEvent;
import dev.interlock.edge.EdgeJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random edits of one template, right and wrong ones. To reproduce a failure, keep the seed that
 * the test's name shows.
 */
class RandomTemplateHistoryTest {

    private static final JsonMapper JSON = EdgeJson.lenient();
    private static final int STEPS = 200;

    private final List<TemplateEvent> stream = new ArrayList<>();
    private Template template = new Template.Unknown();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void anEditAddsOneVersionAndChangesNone(long seed) {
        var random = new Random(seed);
        accept(new TemplateCreated("TPL-1", "usr_rob", outline(random), NOW));
        for (int step = 0; step < STEPS; step++) {
            var before = (Template.Known) template;
            var wanted = random.nextInt(4) == 0 ? before.newest() : outline(random);
            var expected = expected(random, before.version());

            change(wanted, expected);

            var after = (Template.Known) template;
            boolean stale = expected != null && expected != before.version();
            boolean changes = !stale && !wanted.equals(before.newest());
            assertThat(after.versions().subList(0, before.version()))
                    .as("what requests were made from, step %d", step)
                    .isEqualTo(before.versions());
            assertThat(after.version()).isEqualTo(before.version() + (changes ? 1 : 0));
            assertThat(after.newest()).isEqualTo(changes ? wanted : before.newest());
        }
        assertThat(replayed(stream)).isEqualTo(template);
        assertThat(replayed(stream.stream().map(RandomTemplateHistoryTest::storedAndRead).toList()))
                .isEqualTo(template);
    }

    private void change(Outline outline, @Nullable Integer expected) {
        var command = new ChangeTemplate("TPL-1", "usr_rob", expected, outline, NOW);
        switch (ChangeTemplateDecision.decide(template, command)) {
            case Accepted<TemplateEvent>(var events) -> events.forEach(this::accept);
            case Redundant<TemplateEvent> _, Refused<TemplateEvent> _ -> {}
        }
    }

    private void accept(TemplateEvent event) {
        stream.add(event);
        template = template.evolve(event);
        if (event instanceof TemplateChanged changed) {
            assertThat(changed.version()).isEqualTo(((Template.Known) template).version());
        }
    }

    private static @Nullable Integer expected(Random random, int version) {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> version + 1;
            case 2 -> version - 1;
            default -> version;
        };
    }

    private static Outline outline(Random random) {
        var targets = List.of(List.<String>of(), List.of("staging"), List.of("production"));
        var slot =
                new Contents.Slot(
                        "qa",
                        "qa",
                        List.of(),
                        1 + random.nextInt(3),
                        null,
                        random.nextBoolean(),
                        true,
                        null);
        return new Outline(
                "Train " + random.nextInt(3),
                random.nextBoolean() ? "for all" : null,
                targets.get(random.nextInt(3)),
                random.nextBoolean() ? List.of() : List.of(slot),
                List.of(),
                null,
                random.nextBoolean() ? Duration.ofDays(random.nextInt(1, 4)) : null,
                Map.of("team", "t" + random.nextInt(2)));
    }

    private static Template replayed(List<TemplateEvent> events) {
        Template replayed = new Template.Unknown();
        for (var event : events) {
            replayed = replayed.evolve(event);
        }
        return replayed;
    }

    private static TemplateEvent storedAndRead(TemplateEvent event) {
        return JSON.readValue(JSON.writeValueAsString(event), event.getClass());
    }
}
