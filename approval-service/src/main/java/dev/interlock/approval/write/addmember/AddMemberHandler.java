package dev.interlock.approval.write.addmember;

import dev.interlock.approval.domain.Group;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.events.GroupEvent;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class AddMemberHandler {

    private final Entities<Group, GroupEvent> groups;
    private final Entities<Person, PersonEvent> people;

    AddMemberHandler(Entities<Group, GroupEvent> groups, Entities<Person, PersonEvent> people) {
        this.groups = groups;
        this.people = people;
    }

    /** The group's id. */
    @CommandHandler
    String handle(AddMember command) {
        var person = people.load(command.person());
        groups.update(
                command.group(),
                state -> AddMemberDecision.decide(state, command, person).eventsOrRefuse());
        return command.group();
    }
}
