package dev.interlock.approval.write.grantrole;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Person.Registered;
import dev.interlock.approval.domain.Person.Unknown;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.domain.RoleGrant;
import dev.interlock.approval.domain.RoleScope;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.RoleGranted;
import java.util.List;

final class GrantRoleDecision {

    private GrantRoleDecision() {}

    static Decision<PersonEvent> decide(Person person, GrantRole command) {
        return switch (person) {
            case Unknown _ -> new Refused<>(new NoSuchPerson(command.person()));
            case Registered(var id, _, _) when command.by().contains(id) ->
                    new Refused<>(new OwnRolesForbidden(id));
            case Registered(_, var grants, _) when held(grants, command) ->
                    new Redundant<>("held already");
            case Registered(var id, _, _) -> Decision.accepted(granted(id, command));
        };
    }

    private static boolean held(List<RoleGrant> grants, GrantRole command) {
        return grants.stream()
                .anyMatch(
                        grant ->
                                grant.role().equals(command.role())
                                        && grant.scope().equals(command.scope()));
    }

    private static RoleGranted granted(String person, GrantRole command) {
        RoleScope scope = command.scope();
        return scope.everywhere()
                ? new RoleGranted(person, command.role())
                : new RoleGranted(
                        person,
                        command.role(),
                        command.grant(),
                        scope.products(),
                        scope.environments());
    }
}
