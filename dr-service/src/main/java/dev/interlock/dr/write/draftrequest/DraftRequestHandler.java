package dev.interlock.dr.write.draftrequest;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class DraftRequestHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    DraftRequestHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(DraftRequest command) {
        return requests.update(
                        command.dr(),
                        request -> DraftRequestDecision.decide(request, command).orThrow())
                .state();
    }
}
