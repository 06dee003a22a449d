package dev.interlock.rules.domain.gate;

import static dev.interlock.rules.Story.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.Story;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepsAtTheGateTest {

    private final Story story = Story.usual();

    @Test
    void nothingStartsBeforeItsStepsAreDone() {
        story.open("DR-1", "ann", contents(step("backup", null, null, "qa")));
        var judgement = story.judge("api", "2", "production");
        assertThat(judgement.allowed()).isFalse();
        assertThat(judgement.code()).isEqualTo("STEPS_INCOMPLETE");
        assertThat(judgement.httpStatus()).isEqualTo(428);
        var open = failed(judgement).getFirst();
        assertThat(open.waitingOn().getFirst().kind()).isEqualTo("step");
        assertThat(open.message()).isEqualTo("DR-1: step backup is not done: Do backup");
        assertThat(open.whoCanFix().getFirst().people()).contains("quinn", "rita");
        assertThat(judgement.earliestPossible()).isEqualTo(Story.NOW);

        story.stepDone("DR-1", "backup");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
        story.stepUndone("DR-1", "backup");
        assertThat(story.judge("api", "2", "production").allowed()).isFalse();
    }

    @Test
    void stepsConcernTheirProductAndEnvironmentOnly() {
        story.open(
                "DR-1",
                "ann",
                contents(
                        step("web", "web", null, null),
                        step("elsewhere", null, "staging", null),
                        optional("nice"),
                        post("after")));
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
        assertThat(story.judge("web", "1", "production").code()).isEqualTo("STEPS_INCOMPLETE");
    }

    @Test
    void aStepThatIsChangedHasToBeDoneAgain() {
        story.open("DR-1", "ann", contents(step("backup", null, null, null)))
                .stepDone("DR-1", "backup")
                .edit(
                        "DR-1",
                        "ann",
                        contents(step("backup", null, null, null), step("more", null, null, null)));
        assertThat(failed(story.judge("api", "2", "production")))
                .extracting(finding -> finding.waitingOn().getFirst().slot())
                .containsExactly("more");

        var shown =
                new DrContents.Step(
                        "backup", "pre", "Do backup", "evidence", true, null, null, null, null);
        story.stepDone("DR-1", "more").edit("DR-1", "ann", contents(shown));
        assertThat(story.judge("api", "2", "production").code()).isEqualTo("STEPS_INCOMPLETE");

        story.stepDone("DR-1", "backup");
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();
        story.edit("DR-1", "ann", contents(step("backup", "api", null, null)));
        assertThat(story.judge("api", "2", "production").code()).isEqualTo("STEPS_INCOMPLETE");
    }

    @Test
    void aStepWasDoneForWhatWasShippedThen() {
        var steps = List.of(step("backup", "api", null, null));
        var before = List.of(item("api", "2"), item("web", "1"));
        story.open("DR-1", "ann", contents(before, steps)).stepDone("DR-1", "backup");

        story.edit("DR-1", "ann", contents(List.of(item("api", "2"), item("web", "2")), steps));
        assertThat(story.judge("api", "2", "production").allowed()).isTrue();

        story.edit("DR-1", "ann", contents(List.of(item("api", "3"), item("web", "2")), steps));
        assertThat(story.judge("api", "3", "production").code()).isEqualTo("STEPS_INCOMPLETE");
    }

    private static DrContents contents(List<DrContents.Item> items, List<DrContents.Step> steps) {
        return new DrContents(items, List.of("production"), List.of(), steps);
    }

    private static List<Finding> failed(Judgement judgement) {
        return judgement.findings().stream().filter(f -> f.outcome() == Outcome.FAILED).toList();
    }

    private static DrContents contents(DrContents.Step... steps) {
        return new DrContents(
                List.of(item("api", "2"), item("web", "1")),
                List.of("production"),
                List.of(),
                List.of(steps));
    }

    private static DrContents.Step step(
            String id,
            @Nullable String product,
            @Nullable String environment,
            @Nullable String role) {
        return new DrContents.Step(
                id, "pre", "Do " + id, "manual", true, product, environment, role, null);
    }

    private static DrContents.Step optional(String id) {
        return new DrContents.Step(id, "pre", "Do", "manual", false, null, null, null, null);
    }

    private static DrContents.Step post(String id) {
        return new DrContents.Step(id, "post", "Do", "manual", true, null, null, null, null);
    }
}
