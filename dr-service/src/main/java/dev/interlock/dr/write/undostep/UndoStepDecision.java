package dev.interlock.dr.write.undostep;

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
import dev.interlock.dr.domain.Refusal;
import dev.interlock.dr.domain.RequestDetails;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.StepUndone;

final class UndoStepDecision {

    private UndoStepDecision() {}

    static Decision<RequestEvent> decide(DeploymentRequest request, UndoStep command) {
        return switch (request) {
            case Unknown _ ->
                    Decision.refuse(new Refusal.Unknown("deployment request", command.dr()));
            case Draft(var details) -> undo(details, command);
            case InProgress(var details) -> undo(details, command);
            case Completed c -> notOpen(c);
            case Cancelled c -> notOpen(c);
            case Rejected r -> notOpen(r);
            case Expired e -> notOpen(e);
        };
    }

    private static Decision<RequestEvent> undo(RequestDetails details, UndoStep command) {
        var step = details.contents().step(command.step());
        if (step.isEmpty()) {
            return Decision.refuse(new Refusal.Unknown("step of " + command.dr(), command.step()));
        }
        var barrier = command.actor().barredFrom(step.get(), details);
        if (barrier.isPresent()) {
            return Decision.refuse(barrier.get());
        }
        return details.stepsDone().contains(command.step())
                ? Decision.accept(
                        new StepUndone(
                                command.dr(),
                                command.step(),
                                command.actor().actor().id(),
                                command.reason()))
                : Decision.redundant("not done");
    }

    private static Decision<RequestEvent> notOpen(Known request) {
        return Decision.refuse(Refusal.notOpen(request));
    }
}
