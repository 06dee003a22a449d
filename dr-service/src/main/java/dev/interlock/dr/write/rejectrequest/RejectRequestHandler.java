package dev.interlock.dr.write.rejectrequest;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RejectRequestHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    RejectRequestHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(RejectRequest command) {
        return requests.update(
                        command.dr(),
                        request -> RejectRequestDecision.decide(request, command).orThrow())
                .state();
    }
}
