package dev.interlock.approval.write.registerperson;

import dev.interlock.approval.domain.Person;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RegisterPersonHandler {

    private final Entities<Person, PersonEvent> people;
    private final EmailAddresses emails;

    RegisterPersonHandler(Entities<Person, PersonEvent> people, EmailAddresses emails) {
        this.people = people;
        this.emails = emails;
    }

    /** Its id. */
    @CommandHandler
    String handle(RegisterPerson command) {
        var email = command.email();
        var owner = email == null ? null : emails.ownerOf(email);
        people.update(
                command.person(),
                state -> RegisterPersonDecision.decide(state, command, owner).eventsOrRefuse());
        return command.person();
    }
}
