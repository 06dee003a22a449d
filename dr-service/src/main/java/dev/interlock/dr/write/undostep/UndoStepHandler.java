package dev.interlock.dr.write.undostep;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class UndoStepHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    UndoStepHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(UndoStep command) {
        return requests.update(
                        command.dr(),
                        request -> UndoStepDecision.decide(request, command).orThrow())
                .state();
    }
}
