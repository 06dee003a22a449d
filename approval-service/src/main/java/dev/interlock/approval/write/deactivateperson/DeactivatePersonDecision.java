package dev.interlock.approval.write.deactivateperson;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Person.Registered;
import dev.interlock.approval.domain.Person.Unknown;
import dev.interlock.approval.domain.Refusal.LastAdmin;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.events.PersonDeactivated;
import dev.interlock.approval.events.PersonEvent;
import java.util.Set;

final class DeactivatePersonDecision {

    private DeactivatePersonDecision() {}

    /**
     * @param admins all who are admin everywhere and can sign in, held fast until the command is
     *     over
     */
    static Decision<PersonEvent> decide(
            Person person, DeactivatePerson command, Set<String> admins) {
        return switch (person) {
            case Unknown _ -> new Refused<>(new NoSuchPerson(command.person()));
            case Registered(var id, _, _) when command.by().contains(id) ->
                    new Refused<>(new OwnRolesForbidden(id));
            case Registered(_, _, boolean active) when !active ->
                    new Redundant<>("deactivated already");
            case Registered(var id, _, _) when admins.equals(Set.of(id)) ->
                    new Refused<>(new LastAdmin(id));
            case Registered(var id, _, _) -> Decision.accepted(new PersonDeactivated(id));
        };
    }
}
