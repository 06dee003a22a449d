package dev.interlock.approval.write.revokerole;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Person.Registered;
import dev.interlock.approval.domain.Person.Unknown;
import dev.interlock.approval.domain.Refusal.LastAdmin;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.RoleRevoked;
import java.util.Set;

final class RevokeRoleDecision {

    private RevokeRoleDecision() {}

    /**
     * @param admins all who are admin now, held fast until the command is over
     */
    static Decision<PersonEvent> decide(Person person, RevokeRole command, Set<String> admins) {
        return switch (person) {
            case Unknown _ -> new Refused<>(new NoSuchPerson(command.person()));
            case Registered(var id, _) when id.equals(command.revoker()) ->
                    new Refused<>(new OwnRolesForbidden(id));
            case Registered(_, var roles) when !roles.contains(command.role()) ->
                    new Redundant<>("not held");
            case Registered(var id, _)
                    when command.role().equals(Roles.ADMIN) && admins.equals(Set.of(id)) ->
                    new Refused<>(new LastAdmin(id));
            case Registered(var id, _) -> Decision.accepted(new RoleRevoked(id, command.role()));
        };
    }
}
