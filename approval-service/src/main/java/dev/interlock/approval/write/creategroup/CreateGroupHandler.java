package dev.interlock.approval.write.creategroup;

import dev.interlock.approval.domain.Group;
import dev.interlock.approval.events.GroupEvent;
import dev.interlock.eventstore.Entities;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class CreateGroupHandler {

    private final Entities<Group, GroupEvent> groups;

    CreateGroupHandler(Entities<Group, GroupEvent> groups) {
        this.groups = groups;
    }

    /** Its id. */
    @CommandHandler
    String handle(CreateGroup command) {
        groups.update(
                command.group(),
                state -> CreateGroupDecision.decide(state, command).eventsOrRefuse());
        return command.group();
    }
}
