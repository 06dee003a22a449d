package dev.interlock.dr.write.rejectrequest;

import static dev.interlock.dr.write.rejectrequest.RejectRequestDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Requests;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.RequestExpired;
import dev.interlock.dr.events.RequestRejected;
import dev.interlock.dr.events.RequestRevised;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectRequestDecisionTest {

    private static final RejectRequest COMMAND = new RejectRequest("DR-1", "qa", "evt_1", 1);

    @Test
    void aRejectionTakesEffectAlsoAfterADeactivation() {
        for (var request : List.of(Requests.inProgress(), Requests.draft())) {
            assertThat(decide(request, COMMAND))
                    .isEqualTo(Decision.accept(new RequestRejected("DR-1", "qa", "evt_1")));
        }
    }

    @Test
    void aRejectionOfWhatWasRevisedSinceIsHistory() {
        var revised = Requests.rejected().evolve(new RequestRevised("DR-1", "usr_ann", 2, "hash"));
        var again = revised.evolve(new RequestActivated("DR-1", 2, "hash"));

        assertThat(decide(revised, COMMAND)).isInstanceOf(Redundant.class);
        assertThat(decide(again, COMMAND)).isInstanceOf(Redundant.class);
        assertThat(decide(again, new RejectRequest("DR-1", "qa", "evt_2", 2)))
                .isEqualTo(Decision.accept(new RequestRejected("DR-1", "qa", "evt_2")));
    }

    /** It was given before, and says more. */
    @Test
    void aRejectionIsHeardOfAlsoAfterTheRequestExpired() {
        assertThat(decide(Requests.expired(), COMMAND))
                .isEqualTo(Decision.accept(new RequestRejected("DR-1", "qa", "evt_1")));
        var again =
                Requests.after(
                        Requests.expired(),
                        new RequestRevised("DR-1", "usr_ann", 2, "hash"),
                        new RequestExpired("DR-1", Requests.END, 2, List.of("qa")));
        assertThat(decide(again, COMMAND)).isInstanceOf(Redundant.class);
    }

    @Test
    void heardAgainOrTooLateItChangesNothing() {
        for (var request :
                List.of(
                        Requests.rejected(),
                        Requests.completed(),
                        Requests.cancelled(),
                        new DeploymentRequest.Unknown())) {
            assertThat(decide(request, COMMAND)).isInstanceOf(Redundant.class);
        }
    }
}
