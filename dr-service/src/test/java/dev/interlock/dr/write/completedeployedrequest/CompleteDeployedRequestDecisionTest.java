package dev.interlock.dr.write.completedeployedrequest;

import static dev.interlock.dr.write.completedeployedrequest.CompleteDeployedRequestDecision.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.Requests;
import dev.interlock.dr.domain.ContentHash;
import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.Decision.Redundant;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestCompleted;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompleteDeployedRequestDecisionTest {

    private static final CompleteDeployedRequest COMMAND =
            new CompleteDeployedRequest("DR-1", ContentHash.of(Requests.contents("1.0.0")));

    @Test
    void whatRunsEverywhereIsCompleted() {
        assertThat(decide(Requests.inProgress(), COMMAND))
                .isEqualTo(Decision.accept(new RequestCompleted("DR-1", true, null)));
    }

    @Test
    void whatWasEditedMeanwhileIsNot() {
        var moved = new CompleteDeployedRequest("DR-1", "another hash");
        assertThat(decide(Requests.inProgress(), moved)).isInstanceOf(Redundant.class);
    }

    @Test
    void whatIsNotOpenIsLeftAlone() {
        for (var request :
                List.of(
                        Requests.draft(),
                        Requests.cancelled(),
                        Requests.rejected(),
                        Requests.completed(),
                        new DeploymentRequest.Unknown())) {
            assertThat(decide(request, COMMAND)).isInstanceOf(Redundant.class);
        }
    }
}
