package dev.interlock.approval.write.givedelegation;

import dev.interlock.approval.domain.Delegation;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.eligibility.Eligibility;
import dev.interlock.approval.events.DelegationEvent;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class GiveDelegationHandler {

    private final Entities<Delegation, DelegationEvent> delegations;
    private final Entities<Person, PersonEvent> people;
    private final Eligibility eligibility;
    private final Clock clock;

    GiveDelegationHandler(
            Entities<Delegation, DelegationEvent> delegations,
            Entities<Person, PersonEvent> people,
            Eligibility eligibility,
            Clock clock) {
        this.delegations = delegations;
        this.people = people;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    /** The delegation as it stands now. */
    @CommandHandler
    Delegation handle(GiveDelegation command) {
        var giver = eligibility.approver(command.by(), command.actorKind());
        var from = people.load(command.from());
        var to = people.load(command.to());
        return delegations
                .update(
                        command.delegation(),
                        state ->
                                GiveDelegationDecision.decide(
                                                state, command, giver, from, to, clock.instant())
                                        .eventsOrRefuse())
                .state();
    }
}
