package dev.interlock.dr.write.cancelrequest;

import static dev.interlock.dr.Requests.AUTHOR;
import static dev.interlock.dr.Requests.RELEASE_MANAGER;
import static dev.interlock.dr.Requests.STRANGER;
import static dev.interlock.dr.write.cancelrequest.CancelRequestDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Requests;
import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.Decision.Accepted;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelRequestDecisionTest {

    @Test
    void anOpenRequestIsAccepted() {
        for (var request : List.of(Requests.draft(), Requests.inProgress())) {
            assertThat(decide(request, command(AUTHOR))).isInstanceOf(Accepted.class);
            assertThat(decide(request, command(RELEASE_MANAGER))).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void repeatingItIsRedundant() {
        assertThat(decide(Requests.cancelled(), command(AUTHOR))).isInstanceOf(Redundant.class);
    }

    @Test
    void elsewhereItIsNotOpen() {
        for (var request : List.of(Requests.completed(), Requests.rejected())) {
            assertThat(decide(request, command(AUTHOR)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            r -> assertThat(r.refusal()).isInstanceOf(Refusal.NotOpen.class));
        }
    }

    @Test
    void whatWasNotAnsweredInTimeStaysAsItIs() {
        var late = new CancelRequest("DR-1", AUTHOR, null, null, Requests.UNANSWERED);
        assertThat(decide(Requests.toBeAnswered(), late))
                .isEqualTo(new Refused<>(new Refusal.AnswerTimePassed("DR-1", Requests.END)));
        assertThat(decide(Requests.expired(), late))
                .isEqualTo(new Refused<>(new Refusal.HasExpired("DR-1", Requests.END)));

        var answered = new CancelRequest("DR-1", AUTHOR, null, null, Requests.ANSWERED);
        assertThat(decide(Requests.toBeAnswered(), answered)).isInstanceOf(Accepted.class);
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

    private static CancelRequest command(Actor actor) {
        return new CancelRequest("DR-1", actor, null, "no longer needed", Requests.IN_TIME);
    }
}
