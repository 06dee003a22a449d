package dev.interlock.approval.write.revokerole;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Person.Registered;
import dev.interlock.approval.domain.Person.Unknown;
import dev.interlock.approval.domain.Refusal.LastAdmin;
import dev.interlock.approval.domain.Refusal.NoSuchGrant;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.domain.RoleGrant;
import dev.interlock.approval.domain.Roles;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.RoleRevoked;
import java.util.List;
import java.util.Set;

final class RevokeRoleDecision {

    private RevokeRoleDecision() {}

    /**
     * @param admins all who are admin everywhere and can sign in, held fast until the command is
     *     over
     */
    static Decision<PersonEvent> decide(Person person, RevokeRole command, Set<String> admins) {
        return switch (person) {
            case Unknown _ -> new Refused<>(new NoSuchPerson(command.person()));
            case Registered(var id, _, _) when command.by().contains(id) ->
                    new Refused<>(new OwnRolesForbidden(id));
            case Registered(var id, var grants, _) -> decide(id, grants, command, admins);
        };
    }

    private static Decision<PersonEvent> decide(
            String person, List<RoleGrant> grants, RevokeRole command, Set<String> admins) {
        var held = grants.stream().filter(grant -> grant.id().equals(command.grant())).findFirst();
        if (held.isEmpty()) {
            return Roles.ALL.contains(command.grant())
                    ? new Redundant<>("not held")
                    : new Refused<>(new NoSuchGrant(person, command.grant()));
        }
        var grant = held.get();
        if (grant.id().equals(Roles.ADMIN) && admins.equals(Set.of(person))) {
            return new Refused<>(new LastAdmin(person));
        }
        return Decision.accepted(
                grant.scope().everywhere()
                        ? new RoleRevoked(person, grant.role())
                        : new RoleRevoked(person, grant.role(), grant.id()));
    }
}
