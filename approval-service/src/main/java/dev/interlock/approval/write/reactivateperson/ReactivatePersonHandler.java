package dev.interlock.approval.write.reactivateperson;

import dev.interlock.approval.domain.Person;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReactivatePersonHandler {

    private final Entities<Person, PersonEvent> people;

    ReactivatePersonHandler(Entities<Person, PersonEvent> people) {
        this.people = people;
    }

    /** The person's id. */
    @CommandHandler
    String handle(ReactivatePerson command) {
        people.update(
                command.person(),
                state -> ReactivatePersonDecision.decide(state, command).eventsOrRefuse());
        return command.person();
    }
}
