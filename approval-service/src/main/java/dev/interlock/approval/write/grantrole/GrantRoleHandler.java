package dev.interlock.approval.write.grantrole;

import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.RoleGrant;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class GrantRoleHandler {

    private final Entities<Person, PersonEvent> people;

    GrantRoleHandler(Entities<Person, PersonEvent> people) {
        this.people = people;
    }

    /** All that is held now. */
    @CommandHandler
    List<RoleGrant> handle(GrantRole command) {
        return people.update(
                        command.person(),
                        state -> GrantRoleDecision.decide(state, command).eventsOrRefuse())
                .state()
                .grants();
    }
}
