package dev.interlock.approval.write.enddelegation;

import dev.interlock.approval.domain.Delegation;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.DelegationEvent;
import dev.interlock.eventstore.Entities;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class EndDelegationHandler {

    private final Entities<Delegation, DelegationEvent> delegations;
    private final Eligibility eligibility;
    private final Clock clock;

    EndDelegationHandler(
            Entities<Delegation, DelegationEvent> delegations,
            Eligibility eligibility,
            Clock clock) {
        this.delegations = delegations;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    /** The delegation as it stands now. */
    @CommandHandler
    Delegation handle(EndDelegation command) {
        var by = eligibility.approver(command.by(), command.actorKind());
        return delegations
                .update(
                        command.delegation(),
                        state ->
                                EndDelegationDecision.decide(state, command, by, clock.instant())
                                        .eventsOrRefuse())
                .state();
    }
}
