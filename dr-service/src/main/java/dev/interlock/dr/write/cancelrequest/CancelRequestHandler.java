package dev.interlock.dr.write.cancelrequest;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CancelRequestHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    CancelRequestHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(CancelRequest command) {
        return requests.update(
                        command.dr(),
                        request -> CancelRequestDecision.decide(request, command).orThrow())
                .state();
    }
}
