package dev.interlock.dr.write.reviserequest;

import static dev.interlock.dr.Requests.AUTHOR;
import static dev.interlock.dr.Requests.RELEASE_MANAGER;
import static dev.interlock.dr.Requests.STRANGER;
import static dev.interlock.dr.write.reviserequest.ReviseRequestDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Requests;
import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.Decision.Accepted;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.Decision.Refused;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.events.RequestRevised;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviseRequestDecisionTest {

    @Test
    void aRejectedRequestBecomesADraftOfTheNextRevision() {
        for (var actor : List.of(AUTHOR, RELEASE_MANAGER)) {
            var decided = decide(Requests.rejected(), command(actor));

            assertThat(decided)
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted ->
                                    assertThat(accepted.events().getFirst())
                                            .isInstanceOfSatisfying(
                                                    RequestRevised.class,
                                                    e -> {
                                                        assertThat(e.revision()).isEqualTo(2);
                                                        assertThat(e.reviser())
                                                                .isEqualTo(actor.id());
                                                    }));
        }
    }

    @Test
    void repeatingItIsRedundantUntilTheDraftIsEdited() {
        var revised = Requests.rejected().evolve(new RequestRevised("DR-1", "usr_ann", 2, "hash"));

        assertThat(decide(revised, command(AUTHOR))).isInstanceOf(Redundant.class);
    }

    @Test
    void whatWasNotRejectedCannotBeRevised() {
        for (var request :
                List.of(
                        Requests.draft(),
                        Requests.inProgress(),
                        Requests.completed(),
                        Requests.cancelled())) {
            assertThat(decide(request, command(AUTHOR)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            r -> assertThat(r.refusal()).isInstanceOf(Refusal.NotRejected.class));
        }
    }

    @Test
    void aStrangerMayNot() {
        assertThat(decide(Requests.rejected(), command(STRANGER)))
                .isEqualTo(new Refused<>(new Refusal.NotItsAuthor("DR-1")));
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThat(decide(new DeploymentRequest.Unknown(), command(AUTHOR)))
                .isEqualTo(new Refused<>(new Refusal.Unknown("deployment request", "DR-1")));
    }

    private static ReviseRequest command(Actor actor) {
        return new ReviseRequest("DR-1", actor, null);
    }
}
