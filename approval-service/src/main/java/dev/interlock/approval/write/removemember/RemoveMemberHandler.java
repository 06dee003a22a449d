package dev.interlock.approval.write.removemember;

import dev.interlock.approval.domain.Group;
import dev.interlock.approval.events.GroupEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RemoveMemberHandler {

    private final Entities<Group, GroupEvent> groups;

    RemoveMemberHandler(Entities<Group, GroupEvent> groups) {
        this.groups = groups;
    }

    /** The group's id. */
    @CommandHandler
    String handle(RemoveMember command) {
        groups.update(
                command.group(),
                state -> RemoveMemberDecision.decide(state, command).eventsOrRefuse());
        return command.group();
    }
}
