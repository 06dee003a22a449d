package dev.interlock.dr.write.completestep;

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
import dev.interlock.dr.events.Contents.Step;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.dr.events.StepCompleted;

final class CompleteStepDecision {

    private static final String EVIDENCE = "evidence";

    private CompleteStepDecision() {}

    static Decision<RequestEvent> decide(DeploymentRequest request, CompleteStep command) {
        return switch (request) {
            case Unknown _ ->
                    Decision.refuse(new Refusal.Unknown("deployment request", command.dr()));
            case Draft(var details) -> complete(details, command);
            case InProgress(var details) -> complete(details, command);
            case Completed c -> notOpen(c);
            case Cancelled c -> notOpen(c);
            case Rejected r -> notOpen(r);
            case Expired e -> notOpen(e);
        };
    }

    private static Decision<RequestEvent> complete(RequestDetails details, CompleteStep command) {
        return details.contents()
                .step(command.step())
                .map(step -> complete(step, details, command))
                .orElseGet(
                        () ->
                                Decision.refuse(
                                        new Refusal.Unknown(
                                                "step of " + command.dr(), command.step())));
    }

    private static Decision<RequestEvent> complete(
            Step step, RequestDetails details, CompleteStep command) {
        var barrier = command.actor().barredFrom(step, details);
        if (barrier.isPresent()) {
            return Decision.refuse(barrier.get());
        }
        if (step.kind().equals(EVIDENCE) && command.evidence().isEmpty()) {
            return Decision.refuse(new Refusal.EvidenceMissing(command.dr(), step.id()));
        }
        return details.stepsDone().contains(step.id())
                ? Decision.redundant("done already")
                : Decision.accept(
                        new StepCompleted(
                                command.dr(),
                                step.id(),
                                command.actor().actor().id(),
                                command.now(),
                                command.comment(),
                                command.evidence()));
    }

    private static Decision<RequestEvent> notOpen(Known request) {
        return Decision.refuse(Refusal.notOpen(request));
    }
}
