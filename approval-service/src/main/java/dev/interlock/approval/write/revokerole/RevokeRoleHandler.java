package dev.interlock.approval.write.revokerole;

import dev.interlock.approval.authority.Administrators;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RevokeRoleHandler {

    private final Entities<Person, PersonEvent> people;
    private final Administrators administrators;

    RevokeRoleHandler(Entities<Person, PersonEvent> people, Administrators administrators) {
        this.people = people;
        this.administrators = administrators;
    }

    /** All roles still held. */
    @CommandHandler
    List<String> handle(RevokeRole command) {
        var admins =
                command.grant().equals(Roles.ADMIN) ? administrators.heldFast() : Set.<String>of();
        return people.update(
                        command.person(),
                        state -> RevokeRoleDecision.decide(state, command, admins).eventsOrRefuse())
                .state()
                .roles();
    }
}
