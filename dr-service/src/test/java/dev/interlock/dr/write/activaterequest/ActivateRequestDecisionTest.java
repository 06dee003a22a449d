package dev.interlock.dr.write.activaterequest;

import static dev.interlock.dr.Requests.AUTHOR;
import static dev.interlock.dr.Requests.RELEASE_MANAGER;
import static dev.interlock.dr.Requests.STRANGER;
import static dev.interlock.dr.write.activaterequest.ActivateRequestDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Requests;
import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.Decision.Accepted;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.RequestDeactivated;
import dev.interlock.dr.events.RequestRevised;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivateRequestDecisionTest {

    @Test
    void aDraftIsAccepted() {
        for (var request : List.of(Requests.draft())) {
            assertThat(decide(request, command(AUTHOR))).isInstanceOf(Accepted.class);
            assertThat(decide(request, command(RELEASE_MANAGER))).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void repeatingItIsRedundant() {
        assertThat(decide(Requests.inProgress(), command(AUTHOR))).isInstanceOf(Redundant.class);
    }

    @Test
    void elsewhereItIsNotOpen() {
        for (var request :
                List.of(Requests.completed(), Requests.cancelled(), Requests.rejected())) {
            assertThat(decide(request, command(AUTHOR)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            r -> assertThat(r.refusal()).isInstanceOf(Refusal.NotOpen.class));
        }
    }

    @Test
    void nobodyIsAskedForAnAnswerThatIsTooLate() {
        var late = new ActivateRequest("DR-1", AUTHOR, null, Requests.UNANSWERED);
        assertThat(decide(Requests.expiringDraft(), late))
                .isEqualTo(new Refused<>(new Refusal.NoTimeToAnswer("DR-1", Requests.END)));
        assertThat(decide(Requests.expired(), late))
                .isEqualTo(new Refused<>(new Refusal.HasExpired("DR-1", Requests.END)));
        var revised =
                Requests.after(
                        Requests.expired(), new RequestRevised("DR-1", "usr_ann", 2, "hash"));
        assertThat(decide(revised, late))
                .isEqualTo(new Refused<>(new Refusal.NoTimeToAnswer("DR-1", Requests.END)));
    }

    /** Deactivating and activating keeps what was answered. */
    @Test
    void whatWasAnsweredBeforeItWasDeactivatedGoesOn() {
        var deactivated = Requests.after(Requests.toBeAnswered(), new RequestDeactivated("DR-1"));
        assertThat(
                        decide(
                                deactivated,
                                new ActivateRequest("DR-1", AUTHOR, null, Requests.ANSWERED)))
                .isInstanceOf(Accepted.class);
        assertThat(
                        decide(
                                deactivated,
                                new ActivateRequest("DR-1", AUTHOR, null, Requests.UNANSWERED)))
                .isEqualTo(new Refused<>(new Refusal.AnswerTimePassed("DR-1", Requests.END)));
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

    @Test
    void whatHasNothingToApproveIsIncomplete() {
        assertThat(decide(Requests.draft(Requests.contents()), command(AUTHOR)))
                .isEqualTo(new Refused<>(new Refusal.Incomplete("DR-1", "item")));
        var contents = Requests.contents("1.0.0");
        var nowhere = new Contents(contents.items(), List.of(), contents.slots());
        assertThat(decide(Requests.draft(nowhere), command(AUTHOR)))
                .isEqualTo(new Refused<>(new Refusal.Incomplete("DR-1", "environment")));
    }

    private static ActivateRequest command(Actor actor) {
        return new ActivateRequest("DR-1", actor, null, Requests.IN_TIME);
    }
}
