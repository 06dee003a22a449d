package dev.interlock.approval.write.deactivateperson;

import dev.interlock.approval.authority.Administrators;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class DeactivatePersonHandler {

    private final Entities<Person, PersonEvent> people;
    private final Administrators administrators;

    DeactivatePersonHandler(Entities<Person, PersonEvent> people, Administrators administrators) {
        this.people = people;
        this.administrators = administrators;
    }

    /** The person's id. */
    @CommandHandler
    String handle(DeactivatePerson command) {
        var admins = administrators.heldFast();
        people.update(
                command.person(),
                state -> DeactivatePersonDecision.decide(state, command, admins).eventsOrRefuse());
        return command.person();
    }
}
