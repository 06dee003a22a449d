package dev.interlock.dr.write.completestep;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CompleteStepHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    CompleteStepHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(CompleteStep command) {
        return requests.update(
                        command.dr(),
                        request -> CompleteStepDecision.decide(request, command).orThrow())
                .state();
    }
}
