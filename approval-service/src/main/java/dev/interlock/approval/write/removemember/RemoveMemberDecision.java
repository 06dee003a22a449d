package dev.interlock.approval.write.removemember;

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
import dev.interlock.approval.events.MemberRemoved;

final class RemoveMemberDecision {

    private RemoveMemberDecision() {}

    static Decision<GroupEvent> decide(Group group, RemoveMember command, Person person) {
        return switch (group) {
            case Unknown _ -> new Refused<>(new NoSuchGroup(command.group()));
            case Existing _ when person instanceof Person.Unknown ->
                    new Refused<>(new NoSuchPerson(command.person()));
            case Existing(var id, _, _) when command.by().contains(command.person()) ->
                    new Refused<>(new OwnMembershipForbidden(id));
            case Existing(_, _, var members) when !members.contains(command.person()) ->
                    new Redundant<>("no member");
            case Existing(var id, _, _) ->
                    Decision.accepted(new MemberRemoved(id, command.person()));
        };
    }
}
