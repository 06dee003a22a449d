package dev.interlock.rules.domain.rule;

import static dev.interlock.rules.Story.item;
import static dev.interlock.rules.domain.rule.Asked.NOW;
import static dev.interlock.rules.domain.rule.Asked.finding;
import static dev.interlock.rules.domain.rule.Asked.judge;
import static dev.interlock.rules.domain.rule.Asked.said;
import static dev.interlock.rules.domain.rule.Asked.with;
import static dev.interlock.rules.domain.rule.Asked.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.Story;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {

    private static final String INCOMPLETE = "STEPS_INCOMPLETE";
    private static final String NEXT = "{'blocks_next':true}";
    private static final Instant LATER = NOW.plusSeconds(600);

    @Test
    void whatIsToBeDoneBeforeAStartNamesItsStepAndWhoDoesIt() {
        var story = with("steps", "{'phases':['pre']}").holds("olga", "ops");
        story.open("DR-1", "ann", ships("2", step("backup", "pre", null), post("smoke", NOW)));
        var finding = finding(story, NOW);
        assertThat(finding.code()).isEqualTo(INCOMPLETE);
        assertThat(finding.message()).isEqualTo("DR-1: step backup is not done: Do backup");
        assertThat(finding.nextEvaluationTime()).isNull();
        var missing = finding.waitingOn().getFirst();
        assertThat(List.of(missing.kind(), String.valueOf(missing.dr()), missing.slot() + ""))
                .containsExactly("step", "DR-1", "backup");
        assertThat(finding.whoCanFix().getFirst().people()).containsExactly("olga");
        assertThat(finding.whoCanFix().getFirst().roles()).startsWith("ops");
        assertThat(judge(story, NOW).earliestPossible()).isEqualTo(NOW);
        assertThat(said(story.stepDone("DR-1", "backup"))).isEqualTo("PASSED");
    }

    @Test
    void aStepAfterTheDeploymentFailsFromItsDeadlineOn() {
        var story = with("steps", "{}");
        story.open("DR-1", "ann", ships("2", post("smoke", LATER)));
        deploy(story, "2", "DR-1");
        var before = finding(story, LATER.minusMillis(1));
        assertThat(before.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(before.nextEvaluationTime()).isEqualTo(LATER);
        assertThat(said(story, LATER)).isEqualTo(INCOMPLETE);
        assertThat(judge(story, LATER).retryAfter()).isNull();
        assertThat(finding(story, LATER).message())
                .isEqualTo("DR-1: step smoke was to be done by " + LATER + ": Do smoke");
        assertThat(said(story.stepDone("DR-1", "smoke"), LATER)).isEqualTo("PASSED");
        assertThat(finding(story, LATER).nextEvaluationTime()).isNull();
        assertThat(said(story.stepUndone("DR-1", "smoke"), LATER)).isEqualTo(INCOMPLETE);
    }

    @Test
    void nothingCanBeOverdueBeforeWhatItIsAboutIsDeployed() {
        var story = with("steps", "{}");
        story.open(
                "DR-1",
                "ann",
                new DrContents(
                        List.of(item("api", "2"), item("web", "5")),
                        List.of("staging", "production"),
                        List.of(),
                        List.of(post("smoke", NOW), about("look", "stage"))));
        assertThat(said(story)).isEqualTo("PASSED");
        story.started("api", "2", "staging", "DR-1").completed("api", "2", "staging", "DR-1");
        assertThat(said(story)).as("web is not in staging yet").isEqualTo("PASSED");
        story.started("web", "5", "staging", "DR-1").completed("web", "5", "staging", "DR-1");
        assertThat(finding(story, NOW).waitingOn())
                .extracting(missing -> missing.slot())
                .containsExactly("look");
    }

    @Test
    void whatOneRequestOwesHoldsUpTheNextOfTheProductOnlyIfTheRuleSaysSo() {
        var lenient = with("steps", "{}");
        owing(lenient);
        assertThat(said(lenient)).isEqualTo("PASSED");

        var story = with("steps", NEXT);
        owing(story);
        assertThat(said(story, NOW.minusMillis(1))).isEqualTo("PASSED");
        assertThat(finding(story, NOW.minusMillis(1)).nextEvaluationTime()).isEqualTo(NOW);
        assertThat(said(story)).isEqualTo(INCOMPLETE);
        assertThat(finding(story, NOW).waitingOn().getFirst().dr()).isEqualTo("DR-1");
        assertThat(story.judge("web", "1", "production").code()).isNull();
        story.edit("DR-1", "ann", ships("1", post("smoke", LATER)));
        assertThat(said(story)).as("a later deadline").isEqualTo("PASSED");
        story.edit("DR-1", "ann", ships("1", post("smoke", NOW)));
        assertThat(said(story)).isEqualTo(INCOMPLETE);
        assertThat(said(story.stepDone("DR-1", "smoke"))).isEqualTo("PASSED");
    }

    @Test
    void doingWithoutARequestIsNoWayRoundIt() {
        var story = with("steps", NEXT);
        story.open("DR-1", "ann", ships("1", post("smoke", NOW)));
        assertThat(said(story)).as("nothing was deployed").isEqualTo("PASSED");
        deploy(story, "1", "DR-1");
        assertThat(said(story)).isEqualTo(INCOMPLETE);
        for (var state : List.of("draft", "rejected")) {
            assertThat(said(state.equals("draft") ? story.deactivate("DR-1") : reject(story)))
                    .as(state)
                    .isEqualTo(INCOMPLETE);
        }
    }

    @Test
    void whoEndsARequestSaysThatNothingIsLeft() {
        var completed = with("steps", NEXT);
        owing(completed);
        assertThat(said(completed.complete("DR-1"))).isEqualTo("PASSED");
        var cancelled = with("steps", NEXT);
        owing(cancelled);
        assertThat(said(cancelled.cancel("DR-1"))).isEqualTo("PASSED");
    }

    @Test
    void aRequestThatCannotBeReadMayOweSomething() {
        var story = with("steps", NEXT);
        owing(story);
        story.stepDone("DR-1", "smoke").poison("dr", "dr.step_undone", "DR-1");
        assertThat(said(story)).isEqualTo("POLICY_ERROR");
    }

    @Test
    void withoutARequestItHasNothingToSay() {
        assertThat(finding(with("steps", "{}"), NOW).outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'phases':['during']}|/phases/0",
                "{'phases':'pre'}|/phases",
                "{'phases':['pre'],'blocks_next':true}|/blocks_next",
                "{'blocks_next':'yes'}|/blocks_next",
                "{'deadline':'PT1H'}|/deadline"
            })
    void badOptionsAreNamed(String options, String pointer) {
        assertThat(wrong("steps", options)).containsExactly(pointer);
    }

    @Test
    void goodOptionsAreReadAsTheyAreWritten() {
        assertThat(wrong("steps", "{}")).isEmpty();
        assertThat(wrong("steps", "{'phases':['post','pre','post'],'blocks_next':true}")).isEmpty();
        assertThat(Steps.read(java.util.Map.of(), new Violations()).sentence())
                .isEqualTo(
                        "required steps before a start must be done; none after it may be overdue");
    }

    /** DR-1 has deployed version 1 and left something to be done; DR-2 is to deploy version 2. */
    private static void owing(Story story) {
        story.open("DR-1", "ann", ships("1", post("smoke", NOW)));
        deploy(story, "1", "DR-1");
        story.open("DR-2", "ann", ships("2"));
    }

    private static Story reject(Story story) {
        return story.rejected("DR-1");
    }

    private static void deploy(Story story, String version, String dr) {
        story.started("api", version, "production", dr).completed("api", version, "production", dr);
    }

    private static DrContents ships(String version, DrContents.Step... steps) {
        return new DrContents(
                List.of(item("api", version)), List.of("production"), List.of(), List.of(steps));
    }

    private static DrContents.Step post(String id, Instant deadline) {
        return step(id, "post", deadline);
    }

    private static DrContents.Step about(String id, String environment) {
        return new DrContents.Step(
                id, "post", "Do " + id, "manual", true, null, environment, "ops", NOW);
    }

    private static DrContents.Step step(String id, String phase, @Nullable Instant deadline) {
        return new DrContents.Step(
                id, phase, "Do " + id, "manual", true, null, null, "ops", deadline);
    }
}
