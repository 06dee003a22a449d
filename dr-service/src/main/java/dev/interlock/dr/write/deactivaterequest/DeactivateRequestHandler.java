package dev.interlock.dr.write.deactivaterequest;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class DeactivateRequestHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    DeactivateRequestHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(DeactivateRequest command) {
        return requests.update(
                        command.dr(),
                        request -> DeactivateRequestDecision.decide(request, command).orThrow())
                .state();
    }
}
