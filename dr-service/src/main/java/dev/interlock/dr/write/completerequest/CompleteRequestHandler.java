package dev.interlock.dr.write.completerequest;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CompleteRequestHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    CompleteRequestHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(CompleteRequest command) {
        return requests.update(
                        command.dr(),
                        request -> CompleteRequestDecision.decide(request, command).orThrow())
                .state();
    }
}
