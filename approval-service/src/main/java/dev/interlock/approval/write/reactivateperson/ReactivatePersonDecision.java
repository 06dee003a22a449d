package dev.interlock.approval.write.reactivateperson;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Person.Registered;
import dev.interlock.approval.domain.Person.Unknown;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.PersonReactivated;

final class ReactivatePersonDecision {

    private ReactivatePersonDecision() {}

    static Decision<PersonEvent> decide(Person person, ReactivatePerson command) {
        return switch (person) {
            case Unknown _ -> new Refused<>(new NoSuchPerson(command.person()));
            case Registered(_, _, boolean active) when active -> new Redundant<>("active");
            case Registered(var id, _, _) when command.by().contains(id) ->
                    new Refused<>(new OwnRolesForbidden(id));
            case Registered(var id, _, _) -> Decision.accepted(new PersonReactivated(id));
        };
    }
}
