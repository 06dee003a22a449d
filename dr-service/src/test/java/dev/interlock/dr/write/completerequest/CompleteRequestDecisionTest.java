package dev.interlock.dr.write.completerequest;

import static dev.interlock.dr.Requests.AUTHOR;
import static dev.interlock.dr.Requests.RELEASE_MANAGER;
import static dev.interlock.dr.Requests.STRANGER;
import static dev.interlock.dr.write.completerequest.CompleteRequestDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Requests;
import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.Decision.Accepted;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.StepCompleted;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompleteRequestDecisionTest {

    @Test
    void aRequestInProgressIsAccepted() {
        for (var request : List.of(Requests.inProgress())) {
            assertThat(decide(request, command(AUTHOR))).isInstanceOf(Accepted.class);
            assertThat(decide(request, command(RELEASE_MANAGER))).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void repeatingItIsRedundant() {
        assertThat(decide(Requests.completed(), command(AUTHOR))).isInstanceOf(Redundant.class);
    }

    @Test
    void elsewhereItIsNotOpen() {
        for (var request : List.of(Requests.draft(), Requests.cancelled(), Requests.rejected())) {
            assertThat(decide(request, command(AUTHOR)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            r -> assertThat(r.refusal()).isInstanceOf(Refusal.NotOpen.class));
        }
    }

    @Test
    void whatWasNotAnsweredInTimeStaysAsItIs() {
        var late = new CompleteRequest("DR-1", AUTHOR, null, "done", Requests.UNANSWERED);
        assertThat(decide(Requests.toBeAnswered(), late))
                .isEqualTo(new Refused<>(new Refusal.AnswerTimePassed("DR-1", Requests.END)));
        assertThat(decide(Requests.expired(), late))
                .isEqualTo(new Refused<>(new Refusal.HasExpired("DR-1", Requests.END)));

        var answered = new CompleteRequest("DR-1", AUTHOR, null, "done", Requests.ANSWERED);
        assertThat(decide(Requests.toBeAnswered(), answered)).isInstanceOf(Accepted.class);
    }

    @Test
    void whatIsOverdueAfterTheDeploymentHasToBeDoneFirst() {
        var now = Requests.IN_TIME.now();
        assertThat(decide(withStep(now), command(AUTHOR)))
                .isEqualTo(new Refused<>(new Refusal.StepsOverdue("DR-1", List.of("smoke"))));
        assertThat(decide(withStep(now.plusMillis(1)), command(AUTHOR)))
                .isInstanceOf(Accepted.class);
        var done = new StepCompleted("DR-1", "smoke", "usr_ann", now, null, List.of());
        assertThat(decide(Requests.after(withStep(now), done), command(AUTHOR)))
                .isInstanceOf(Accepted.class);
    }

    private static DeploymentRequest withStep(Instant deadline) {
        var plain = Requests.contents("1.0.0");
        var step =
                new Contents.Step(
                        "smoke", "post", "Smoke", "manual", true, null, null, null, deadline);
        var contents =
                new Contents(plain.items(), plain.environments(), plain.slots(), List.of(step));
        return Requests.after(Requests.draft(contents), new RequestActivated("DR-1", 1, "hash"));
    }

    @Test
    void aStrangerMayNot() {
        assertThat(decide(Requests.inProgress(), command(STRANGER)))
                .isEqualTo(new Refused<>(new Refusal.NotItsAuthor("DR-1")));
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThat(decide(new DeploymentRequest.Unknown(), command(AUTHOR)))
                .isEqualTo(new Refused<>(new Refusal.Unknown("deployment request", "DR-1")));
    }

    private static CompleteRequest command(Actor actor) {
        return new CompleteRequest("DR-1", actor, null, "done by hand", Requests.IN_TIME);
    }
}
