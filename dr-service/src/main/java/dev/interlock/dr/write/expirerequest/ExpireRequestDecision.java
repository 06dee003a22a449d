package dev.interlock.dr.write.expirerequest;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Cancelled;
import dev.interlock.dr.domain.DeploymentRequest.Completed;
import dev.interlock.dr.domain.DeploymentRequest.Draft;
import dev.interlock.dr.domain.DeploymentRequest.Expired;
import dev.interlock.dr.domain.DeploymentRequest.InProgress;
import dev.interlock.dr.domain.DeploymentRequest.Rejected;
import dev.interlock.dr.domain.DeploymentRequest.Unknown;
import dev.interlock.dr.domain.RequestDetails;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.RequestExpired;

/** An automation's command: what no longer applies is redundant, never refused. */
final class ExpireRequestDecision {

    private ExpireRequestDecision() {}

    static Decision<RequestEvent> decide(DeploymentRequest request, ExpireRequest command) {
        return switch (request) {
            case InProgress(var details) when isAsJudged(details, command) ->
                    Decision.accept(
                            new RequestExpired(
                                    command.dr(),
                                    command.end(),
                                    command.revision(),
                                    command.missing()));
            case InProgress _ -> Decision.redundant("changed meanwhile");
            case Expired _ -> Decision.redundant("expired already");
            case Draft _, Completed _, Cancelled _, Rejected _, Unknown _ ->
                    Decision.redundant("not open");
        };
    }

    private static boolean isAsJudged(RequestDetails details, ExpireRequest command) {
        return details.revision() == command.revision()
                && command.end().equals(details.notes().requestExpiresAt())
                && details.answerTimePassed(command.now());
    }
}
