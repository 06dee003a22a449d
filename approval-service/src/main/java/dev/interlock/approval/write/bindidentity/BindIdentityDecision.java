package dev.interlock.approval.write.bindidentity;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Person.Registered;
import dev.interlock.approval.domain.Person.Unknown;
import dev.interlock.approval.domain.Refusal.IdentityTaken;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.events.IdentityBound;
import dev.interlock.approval.events.PersonEvent;
import org.jspecify.annotations.Nullable;

final class BindIdentityDecision {

    private BindIdentityDecision() {}

    /**
     * @param boundTo whose the subject is already; null if nobody's
     * @param boundSubject what this issuer calls the person already; null if nothing
     */
    static Decision<PersonEvent> decide(
            Person person,
            BindIdentity command,
            @Nullable String boundTo,
            @Nullable String boundSubject) {
        return switch (person) {
            case Unknown _ -> new Refused<>(new NoSuchPerson(command.person()));
            case Registered(var id, _, _) when id.equals(boundTo) -> new Redundant<>("bound");
            // an address that was given to somebody else opens nobody's account
            case Registered(var id, _, _) when boundTo != null || boundSubject != null ->
                    new Refused<>(new IdentityTaken(id));
            case Registered(var id, _, _) ->
                    Decision.accepted(new IdentityBound(id, command.issuer(), command.subject()));
        };
    }
}
