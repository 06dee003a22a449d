package dev.interlock.approval.write.addmember;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Group;
import dev.interlock.approval.domain.Group.Existing;
import dev.interlock.approval.domain.Group.Unknown;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.NoSuchGroup;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnMembershipForbidden;
import dev.interlock.approval.events.GroupEvent;
import dev.interlock.approval.events.MemberAdded;

final class AddMemberDecision {

    private AddMemberDecision() {}

    static Decision<GroupEvent> decide(Group group, AddMember command, Person person) {
        return switch (group) {
            case Unknown _ -> new Refused<>(new NoSuchGroup(command.group()));
            case Existing _ when person instanceof Person.Unknown ->
                    new Refused<>(new NoSuchPerson(command.person()));
            case Existing(var id, _, _) when command.by().contains(command.person()) ->
                    new Refused<>(new OwnMembershipForbidden(id));
            case Existing(_, _, var members) when members.contains(command.person()) ->
                    new Redundant<>("a member already");
            case Existing(var id, _, _) -> Decision.accepted(new MemberAdded(id, command.person()));
        };
    }
}
