package dev.interlock.dr.write.expirerequest;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ExpireRequestHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    ExpireRequestHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(ExpireRequest command) {
        return requests.update(
                        command.dr(),
                        request -> ExpireRequestDecision.decide(request, command).orThrow())
                .state();
    }
}
