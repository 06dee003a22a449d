package dev.interlock.dr.write.marksuperseded;

import dev.interlock.dr.domain.DeploymentRequest;
import dev.interlock.dr.events.RequestEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class MarkSupersededHandler {

    private final Entities<DeploymentRequest, RequestEvent> requests;

    MarkSupersededHandler(Entities<DeploymentRequest, RequestEvent> requests) {
        this.requests = requests;
    }

    @CommandHandler
    DeploymentRequest handle(MarkSuperseded command) {
        return requests.update(
                        command.dr(),
                        request -> MarkSupersededDecision.decide(request, command).orThrow())
                .state();
    }
}
