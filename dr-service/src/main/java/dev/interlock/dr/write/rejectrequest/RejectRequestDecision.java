package dev.interlock.dr.write.rejectrequest;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Cancelled;
import dev.interlock.dr.domain.DeploymentRequest.Completed;
import dev.interlock.dr.domain.DeploymentRequest.Draft;
import dev.interlock.dr.domain.DeploymentRequest.Expired;
import dev.interlock.dr.domain.DeploymentRequest.InProgress;
import dev.interlock.dr.domain.DeploymentRequest.Rejected;
import dev.interlock.dr.domain.DeploymentRequest.Unknown;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.RequestRejected;

/**
 * A rejection is heard of late, perhaps after an edit or a deactivation. It takes effect all the
 * same: the gate has blocked since it was given. As an automation's command it is never refused.
 */
final class RejectRequestDecision {

    private RejectRequestDecision() {}

    static Decision<RequestEvent> decide(DeploymentRequest request, RejectRequest command) {
        return switch (request) {
            case InProgress(var details) when command.revision() < details.revisedAt() ->
                    Decision.redundant("revised since");
            case Draft(var details) when command.revision() < details.revisedAt() ->
                    Decision.redundant("revised since");
            case Expired(var details, _) when command.revision() < details.revisedAt() ->
                    Decision.redundant("revised since");
            case InProgress _, Draft _, Expired _ ->
                    Decision.accept(
                            new RequestRejected(
                                    command.dr(), command.slot(), command.rejectionId()));
            case Rejected _ -> Decision.redundant("rejected already");
            case Completed _, Cancelled _, Unknown _ -> Decision.redundant("not open");
        };
    }
}
