package dev.interlock.dr.write.completerequest;

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
import dev.interlock.dr.events.RequestCompleted;
import dev.interlock.dr.events.RequestEvent;

final class CompleteRequestDecision {

    private CompleteRequestDecision() {}

    static Decision<RequestEvent> decide(DeploymentRequest request, CompleteRequest command) {
        return RequestAccess.checked(
                request,
                command.dr(),
                command.actor(),
                command.expected(),
                known -> complete(known, command));
    }

    private static Decision<RequestEvent> complete(Known request, CompleteRequest command) {
        return switch (request) {
            case InProgress(var details) when command.time().ranOut(details) ->
                    Decision.refuse(Refusal.answerTimePassed(details));
            case InProgress(var details) -> {
                var overdue = details.stepsDone().overdue(details.contents(), command.time().now());
                yield overdue.isEmpty()
                        ? Decision.accept(
                                new RequestCompleted(command.dr(), false, command.reason()))
                        : Decision.refuse(new Refusal.StepsOverdue(command.dr(), overdue));
            }
            case Completed _ -> Decision.redundant("completed already");
            case Draft _, Cancelled _, Rejected _, Expired _ ->
                    Decision.refuse(Refusal.notOpen(request));
        };
    }
}
