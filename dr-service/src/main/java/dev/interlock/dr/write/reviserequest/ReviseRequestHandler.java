package dev.interlock.dr.write.reviserequest;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReviseRequestHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    ReviseRequestHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(ReviseRequest command) {
        return requests.update(
                        command.dr(),
                        request -> ReviseRequestDecision.decide(request, command).orThrow())
                .state();
    }
}
