package dev.interlock.dr.write.editrequest;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class EditRequestHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    EditRequestHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(EditRequest command) {
        return requests.update(
                        command.dr(),
                        request -> EditRequestDecision.decide(request, command).orThrow())
                .state();
    }
}
