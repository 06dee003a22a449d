package dev.interlock.dr.write.activaterequest;

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
import dev.interlock.dr.events.RequestActivated;
import dev.interlock.dr.events.RequestEvent;

final class ActivateRequestDecision {

    private ActivateRequestDecision() {}

    static Decision<RequestEvent> decide(DeploymentRequest request, ActivateRequest command) {
        return RequestAccess.checked(
                request,
                command.dr(),
                command.actor(),
                command.expected(),
                known -> activate(known, command));
    }

    private static Decision<RequestEvent> activate(Known request, ActivateRequest command) {
        return switch (request) {
            case Draft(var details) when details.contents().items().isEmpty() ->
                    Decision.refuse(new Refusal.Incomplete(command.dr(), "item"));
            case Draft(var details) when details.contents().environments().isEmpty() ->
                    Decision.refuse(new Refusal.Incomplete(command.dr(), "environment"));
            case Draft(var details) when command.time().ranOut(details) ->
                    Decision.refuse(Refusal.answerTimePassed(details));
            case Draft(var details)
                    when details.hasNoTimeLeft(command.time().now())
                            && !command.time().answered() ->
                    Decision.refuse(Refusal.noTimeToAnswer(details));
            case Draft(var details) ->
                    Decision.accept(
                            new RequestActivated(
                                    command.dr(), details.revision(), details.contentHash()));
            case InProgress _ -> Decision.redundant("active already");
            case Completed _, Cancelled _, Rejected _, Expired _ ->
                    Decision.refuse(Refusal.notOpen(request));
        };
    }
}
