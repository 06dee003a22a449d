package dev.interlock.approval.write.grantrole;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Person.Registered;
import dev.interlock.approval.domain.Person.Unknown;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.RoleGranted;

final class GrantRoleDecision {

    private GrantRoleDecision() {}

    static Decision<PersonEvent> decide(Person person, GrantRole command) {
        return switch (person) {
            case Unknown _ -> new Refused<>(new NoSuchPerson(command.person()));
            case Registered(var id, _) when id.equals(command.granter()) ->
                    new Refused<>(new OwnRolesForbidden(id));
            case Registered(_, var roles) when roles.contains(command.role()) ->
                    new Redundant<>("held already");
            case Registered(var id, _) -> Decision.accepted(new RoleGranted(id, command.role()));
        };
    }
}
