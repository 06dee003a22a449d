package dev.interlock.approval.write.removemember;

import dev.interlock.approval.domain.Group;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.events.GroupEvent;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RemoveMemberHandler {

    private final Entities<Group, GroupEvent> groups;
    private final Entities<Person, PersonEvent> people;

    RemoveMemberHandler(Entities<Group, GroupEvent> groups, Entities<Person, PersonEvent> people) {
        this.groups = groups;
        this.people = people;
    }

    /** The group's id. */
    @CommandHandler
    String handle(RemoveMember command) {
        var person = people.load(command.person());
        groups.update(
                command.group(),
                state -> RemoveMemberDecision.decide(state, command, person).eventsOrRefuse());
        return command.group();
    }
}
