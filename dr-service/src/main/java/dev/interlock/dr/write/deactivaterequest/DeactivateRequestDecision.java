package dev.interlock.dr.write.deactivaterequest;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Cancelled;
import dev.interlock.dr.domain.DeploymentRequest.Completed;
import dev.interlock.dr.domain.DeploymentRequest.Draft;
import dev.interlock.dr.domain.DeploymentRequest.Expired;
import dev.interlock.dr.domain.DeploymentRequest.InProgress;
import dev.interlock.dr.domain.DeploymentRequest.Known;
import dev.interlock.dr.domain.DeploymentRequest.Rejected;
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.RequestAccess;
import dev.interlock.dr.events.RequestDeactivated;
import dev.interlock.dr.events.RequestEvent;

final class DeactivateRequestDecision {

    private DeactivateRequestDecision() {}

    static Decision<RequestEvent> decide(DeploymentRequest request, DeactivateRequest command) {
        return RequestAccess.checked(
                request,
                command.dr(),
                command.actor(),
                command.expected(),
                known -> deactivate(known, command));
    }

    private static Decision<RequestEvent> deactivate(Known request, DeactivateRequest command) {
        return switch (request) {
            case InProgress(var details) when command.time().ranOut(details) ->
                    Decision.refuse(Refusal.answerTimePassed(details));
            case InProgress _ -> Decision.accept(new RequestDeactivated(command.dr()));
            case Draft _ -> Decision.redundant("a draft already");
            case Completed _, Cancelled _, Rejected _, Expired _ ->
                    Decision.refuse(Refusal.notOpen(request));
        };
    }
}
