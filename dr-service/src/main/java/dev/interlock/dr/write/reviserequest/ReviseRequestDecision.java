package dev.interlock.dr.write.reviserequest;

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
import dev.interlock.dr.domain.RequestDetails;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.RequestRevised;

final class ReviseRequestDecision {

    private ReviseRequestDecision() {}

    static Decision<RequestEvent> decide(DeploymentRequest request, ReviseRequest command) {
        return RequestAccess.checked(
                request,
                command.dr(),
                command.actor(),
                command.expected(),
                known -> revise(known, command));
    }

    private static Decision<RequestEvent> revise(Known request, ReviseRequest command) {
        return switch (request) {
            case Rejected(var details) -> revised(details, command);
            case Expired(var details, _) -> revised(details, command);
            // whether it was answered in time or not: all is asked for anew
            case InProgress(var details) when details.answerTimePassed(command.now()) ->
                    revised(details, command);
            // deactivated before that time passed: nothing else can be done with it
            case Draft(var details) when details.answerTimePassed(command.now()) ->
                    revised(details, command);
            case Draft(var details) when details.revisedAt() == details.revision() ->
                    Decision.redundant("revised already");
            case Draft _, InProgress _, Completed _, Cancelled _ ->
                    Decision.refuse(new Refusal.NotRejected(command.dr(), request.name()));
        };
    }

    private static Decision<RequestEvent> revised(RequestDetails details, ReviseRequest command) {
        return Decision.accept(
                new RequestRevised(
                        command.dr(),
                        command.actor().id(),
                        details.revision() + 1,
                        details.contentHash()));
    }
}
