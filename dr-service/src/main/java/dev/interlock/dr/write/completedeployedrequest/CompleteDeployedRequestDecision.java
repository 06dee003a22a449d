package dev.interlock.dr.write.completedeployedrequest;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Cancelled;
import dev.interlock.dr.domain.DeploymentRequest.Completed;
import dev.interlock.dr.domain.DeploymentRequest.Draft;
import dev.interlock.dr.domain.DeploymentRequest.Expired;
import dev.interlock.dr.domain.DeploymentRequest.InProgress;
import dev.interlock.dr.domain.DeploymentRequest.Rejected;
import dev.interlock.dr.domain.DeploymentRequest.Unknown;
import dev.interlock.dr.events.RequestCompleted;
import dev.interlock.dr.events.RequestEvent;

/** An automation's command: what no longer applies is redundant, never refused. */
final class CompleteDeployedRequestDecision {

    private CompleteDeployedRequestDecision() {}

    static Decision<RequestEvent> decide(
            DeploymentRequest request, CompleteDeployedRequest command) {
        return switch (request) {
            case InProgress(var details)
                    when !details.stepsDone().completes(details.contents(), "post") ->
                    Decision.redundant("steps to be done afterwards are open");
            case InProgress(var details) when details.contentHash().equals(command.contentHash()) ->
                    Decision.accept(new RequestCompleted(command.dr(), true, null));
            case InProgress _ -> Decision.redundant("edited meanwhile");
            case Completed _ -> Decision.redundant("completed already");
            case Draft _, Cancelled _, Rejected _, Expired _, Unknown _ ->
                    Decision.redundant("not open");
        };
    }
}
