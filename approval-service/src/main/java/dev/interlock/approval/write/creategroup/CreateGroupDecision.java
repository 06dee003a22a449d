package dev.interlock.approval.write.creategroup;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Group;
import dev.interlock.approval.domain.Group.Existing;
import dev.interlock.approval.domain.Group.Unknown;
import dev.interlock.approval.domain.Refusal.GroupExists;
import dev.interlock.approval.events.GroupCreated;
import dev.interlock.approval.events.GroupEvent;

final class CreateGroupDecision {

    private CreateGroupDecision() {}

    static Decision<GroupEvent> decide(Group group, CreateGroup command) {
        return switch (group) {
            case Existing(var id, _, _) -> new Refused<>(new GroupExists(id));
            case Unknown _ -> Decision.accepted(new GroupCreated(command.group(), command.name()));
        };
    }
}
