package dev.interlock.dr.write.completestep;

import static dev.interlock.dr.Requests.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Requests;
import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Known;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.StepActor;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Contents.Step;
import dev.interlock.dr.events.RequestEdited;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.StepCompleted;
import dev.interlock.dr.events.StepCompleted.Evidence;
import dev.interlock.dr.events.StepUndone;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompleteStepDecisionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final StepActor AUTHOR = actor("usr_ann", "human");
    private static final StepActor SRE =
            new StepActor(new Actor("usr_sue", false), Set.of("sre"), "human");
    private static final StepActor MANAGER =
            new StepActor(new Actor("usr_rob", true), Set.of(), "human");
    private static final StepActor AGENT =
            new StepActor(new Actor("usr_ann", true), Set.of("sre"), "agent");

    @Test
    void whoseStepItIsSaysThatItIsDone() {
        var done = decide(with(step("s", "manual", null)), "s", AUTHOR).orThrow();
        assertThat(done)
                .containsExactly(new StepCompleted("DR-1", "s", "usr_ann", NOW, null, List.of()));
        var request = after(with(step("s", "manual", null)), done.getFirst());
        assertThat(decide(request, "s", AUTHOR)).isInstanceOf(Decision.Redundant.class);
        var undone = after(request, new StepUndone("DR-1", "s", "usr_ann", "broken"));
        assertThat(decide(undone, "s", AUTHOR)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void aStepWithARoleIsNotItsAuthors() {
        var request = with(step("s", "manual", "sre"));
        assertThat(refusal(decide(request, "s", AUTHOR)))
                .isEqualTo(new Refusal.NotItsAssignee("DR-1", "s", "sre"));
        assertThat(decide(request, "s", SRE)).isInstanceOf(Decision.Accepted.class);
        assertThat(decide(request, "s", MANAGER)).isInstanceOf(Decision.Accepted.class);
        assertThat(refusal(decide(with(step("s", "manual", null)), "s", SRE)))
                .isEqualTo(new Refusal.NotItsAssignee("DR-1", "s", null));
    }

    @Test
    void noAgentDoesAPersonsStep() {
        assertThat(refusal(decide(with(step("s", "manual", "sre")), "s", AGENT)))
                .isEqualTo(new Refusal.PersonNeeded("DR-1", "s", "agent"));
    }

    @Test
    void evidenceIsNotForgotten() {
        var request = with(step("s", "evidence", null));
        assertThat(refusal(decide(request, "s", AUTHOR)))
                .isEqualTo(new Refusal.EvidenceMissing("DR-1", "s"));
        var shown = List.of(new Evidence("https://ci.example/1", null));
        assertThat(
                        CompleteStepDecision.decide(
                                request, new CompleteStep("DR-1", "s", AUTHOR, null, shown, NOW)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whatIsOverOrUnknownIsRefused() {
        assertThat(refusal(decide(with(step("s", "manual", null)), "other", AUTHOR)))
                .isInstanceOf(Refusal.Unknown.class);
        assertThat(refusal(decide(new DeploymentRequest.Unknown(), "s", AUTHOR)))
                .isInstanceOf(Refusal.Unknown.class);
        for (var over : List.of(Requests.completed(), Requests.cancelled(), Requests.rejected())) {
            assertThat(refusal(decide(over, "s", AUTHOR))).isInstanceOf(Refusal.NotOpen.class);
        }
    }

    @Test
    void aStepThatAnEditChangesHasToBeDoneAgain() {
        var first = step("s", "manual", null);
        var second = step("t", "manual", null);
        var request =
                after(
                        with(first, second),
                        new StepCompleted("DR-1", "s", "usr_ann", NOW, null, List.of()),
                        new StepCompleted("DR-1", "t", "usr_ann", NOW, null, List.of()),
                        edited(first, step("t", "manual", "sre")));
        var done = ((Known) request).details().stepsDone();
        assertThat(done.contains("s")).isTrue();
        assertThat(done.contains("t")).isFalse();
    }

    /** A backup of one version is none of the next. */
    @Test
    void aStepWasDoneForWhatWasShippedThen() {
        var usual = Requests.contents("1.0.0");
        var web = new Contents.Item("web", "1", List.of(), 1);
        var forApi = new Step("s", "pre", "Do it", "manual", true, "api", null, null, null);
        var before =
                new Contents(
                        List.of(usual.items().getFirst(), web),
                        usual.environments(),
                        usual.slots(),
                        List.of(forApi));
        var done =
                after(
                        Requests.draft(before),
                        new StepCompleted("DR-1", "s", "usr_ann", NOW, null, List.of()));
        var newWeb = new Contents.Item("web", "2", List.of(), 1);
        assertThat(isDoneAfter(done, before, List.of(usual.items().getFirst(), newWeb))).isTrue();
        var newApi = new Contents.Item("api", "1.0.1", List.of(), 1);
        assertThat(isDoneAfter(done, before, List.of(newApi, web))).isFalse();
    }

    private static boolean isDoneAfter(
            DeploymentRequest request, Contents before, List<Contents.Item> items) {
        var changed = new Contents(items, before.environments(), before.slots(), before.allSteps());
        var edit = new RequestEdited("DR-1", "T", null, "usr_ann", 2, "hash", changed, true);
        return ((Known) after(request, edit)).details().stepsDone().contains("s");
    }

    private static Decision<RequestEvent> decide(
            DeploymentRequest request, String step, StepActor actor) {
        return CompleteStepDecision.decide(
                request, new CompleteStep("DR-1", step, actor, null, List.of(), NOW));
    }

    private static DeploymentRequest with(Step... steps) {
        return Requests.draft(contents(steps));
    }

    private static Contents contents(Step... steps) {
        var usual = Requests.contents("1.0.0");
        return new Contents(usual.items(), usual.environments(), usual.slots(), List.of(steps));
    }

    private static RequestEdited edited(Step... steps) {
        return new RequestEdited(
                "DR-1", "Train", null, "usr_ann", 2, "hash", contents(steps), true);
    }

    private static Step step(String id, String kind, @Nullable String role) {
        return new Step(id, "pre", "Do it", kind, true, null, null, role, null);
    }

    private static StepActor actor(String id, String kind) {
        return new StepActor(new Actor(id, false), Set.of(), kind);
    }

    private static Refusal refusal(Decision<RequestEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<RequestEvent>) decision).refusal();
    }
}
