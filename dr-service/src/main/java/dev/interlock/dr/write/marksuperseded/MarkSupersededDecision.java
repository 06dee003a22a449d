package dev.interlock.dr.write.marksuperseded;

import dev.interlock.dr.domain.Decision;
import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.domain.DeploymentRequest.Cancelled;
import dev.interlock.dr.domain.DeploymentRequest.Completed;
import dev.interlock.dr.domain.DeploymentRequest.Draft;
import dev.interlock.dr.domain.DeploymentRequest.Expired;
import dev.interlock.dr.domain.DeploymentRequest.InProgress;
import dev.interlock.dr.domain.DeploymentRequest.Known;
import dev.interlock.dr.domain.DeploymentRequest.Rejected;
import dev.interlock.dr.domain.DeploymentRequest.Unknown;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.RequestSuperseded;

/**
 * An automation's command, never refused. Whatever may still come to ship something is marked, a
 * draft and one that waits to be revised too; what is over for good is left alone.
 */
final class MarkSupersededDecision {

    private MarkSupersededDecision() {}

    static Decision<RequestEvent> decide(DeploymentRequest request, MarkSuperseded command) {
        return switch (request) {
            case Draft draft -> mark(draft, command);
            case InProgress inProgress -> mark(inProgress, command);
            case Rejected rejected -> mark(rejected, command);
            case Expired expired -> mark(expired, command);
            case Completed _, Cancelled _, Unknown _ -> Decision.redundant("over");
        };
    }

    private static Decision<RequestEvent> mark(Known request, MarkSuperseded command) {
        return command.by().equals(command.dr())
                        || request.details().supersededBy().contains(command.by())
                ? Decision.redundant("marked already")
                : Decision.accept(
                        new RequestSuperseded(
                                command.dr(),
                                command.by(),
                                request.name(),
                                command.product(),
                                command.version(),
                                command.environment()));
    }
}
