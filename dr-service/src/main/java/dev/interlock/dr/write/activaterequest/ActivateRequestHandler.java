package dev.interlock.dr.write.activaterequest;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ActivateRequestHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    ActivateRequestHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(ActivateRequest command) {
        return requests.update(
                        command.dr(),
                        request -> ActivateRequestDecision.decide(request, command).orThrow())
                .state();
    }
}
