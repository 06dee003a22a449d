package dev.interlock.dr.write.rejectrequest;

import static dev.interlock.dr.write.rejectrequest.RejectRequestDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Requests;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestRejected;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectRequestDecisionTest {

    private static final RejectRequest COMMAND = new RejectRequest("DR-1", "qa", "evt_1");

    @Test
    void aRejectionTakesEffectAlsoAfterADeactivation() {
        for (var request : List.of(Requests.inProgress(), Requests.draft())) {
            assertThat(decide(request, COMMAND))
                    .isEqualTo(Decision.accept(new RequestRejected("DR-1", "qa", "evt_1")));
        }
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
