package dev.interlock.approval.write.removetrustpolicy;

import dev.interlock.approval.domain.TrustPolicy;
import dev.interlock.approval.events.TrustPolicyEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RemoveTrustPolicyHandler {

    private final Entities<TrustPolicy, TrustPolicyEvent> policies;

    RemoveTrustPolicyHandler(Entities<TrustPolicy, TrustPolicyEvent> policies) {
        this.policies = policies;
    }

    /** Its id. */
    @CommandHandler
    String handle(RemoveTrustPolicy command) {
        policies.update(
                command.policy(),
                state -> RemoveTrustPolicyDecision.decide(state, command).eventsOrRefuse());
        return command.policy();
    }
}
