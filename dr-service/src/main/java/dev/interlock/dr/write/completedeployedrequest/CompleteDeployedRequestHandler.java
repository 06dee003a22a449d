package dev.interlock.dr.write.completedeployedrequest;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CompleteDeployedRequestHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    CompleteDeployedRequestHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(CompleteDeployedRequest command) {
        return requests.update(
                        command.dr(),
                        request ->
                                CompleteDeployedRequestDecision.decide(request, command).orThrow())
                .state();
    }
}
