package dev.interlock.approval.write.bindidentity;

import dev.interlock.approval.authority.BoundIdentities;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class BindIdentityHandler {

    private final Entities<Person, PersonEvent> people;
    private final BoundIdentities bound;

    BindIdentityHandler(Entities<Person, PersonEvent> people, BoundIdentities bound) {
        this.people = people;
        this.bound = bound;
    }

    /** The person's id. */
    @CommandHandler
    String handle(BindIdentity command) {
        bound.holdFast();
        var boundTo = bound.personOf(command.issuer(), command.subject()).orElse(null);
        var subject = bound.subjectOf(command.issuer(), command.person()).orElse(null);
        people.update(
                command.person(),
                state ->
                        BindIdentityDecision.decide(state, command, boundTo, subject)
                                .eventsOrRefuse());
        return command.person();
    }
}
