package dev.interlock.dr.write.cancelrequest;

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
import dev.interlock.dr.events.RequestCancelled;
import dev.interlock.dr.events.RequestEvent;

final class CancelRequestDecision {

    private CancelRequestDecision() {}

    static Decision<RequestEvent> decide(DeploymentRequest request, CancelRequest command) {
        return RequestAccess.checked(
                request,
                command.dr(),
                command.actor(),
                command.expected(),
                known -> cancel(known, command));
    }

    private static Decision<RequestEvent> cancel(Known request, CancelRequest command) {
        return switch (request) {
            case InProgress(var details) when command.time().ranOut(details) ->
                    Decision.refuse(Refusal.answerTimePassed(details));
            case Draft _, InProgress _ ->
                    Decision.accept(new RequestCancelled(command.dr(), command.reason()));
            case Cancelled _ -> Decision.redundant("cancelled already");
            case Completed _, Rejected _, Expired _ -> Decision.refuse(Refusal.notOpen(request));
        };
    }
}
