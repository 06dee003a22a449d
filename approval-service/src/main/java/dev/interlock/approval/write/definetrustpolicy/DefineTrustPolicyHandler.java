package dev.interlock.approval.write.definetrustpolicy;

import dev.interlock.approval.domain.TrustPolicy;
import dev.interlock.approval.events.TrustPolicyEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class DefineTrustPolicyHandler {

    private final Entities<TrustPolicy, TrustPolicyEvent> policies;

    DefineTrustPolicyHandler(Entities<TrustPolicy, TrustPolicyEvent> policies) {
        this.policies = policies;
    }

    /** Its id. */
    @CommandHandler
    String handle(DefineTrustPolicy command) {
        policies.update(
                command.policy(),
                state -> DefineTrustPolicyDecision.decide(state, command).eventsOrRefuse());
        return command.policy();
    }
}
