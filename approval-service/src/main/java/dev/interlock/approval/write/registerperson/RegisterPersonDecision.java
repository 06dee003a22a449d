package dev.interlock.approval.write.registerperson;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Person.Registered;
import dev.interlock.approval.domain.Person.Unknown;
import dev.interlock.approval.domain.Refusal.EmailTaken;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.PersonRegistered;
import dev.interlock.approval.events.RoleGranted;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

final class RegisterPersonDecision {

    private RegisterPersonDecision() {}

    /**
     * @param emailOwner who has this e-mail address already; null if nobody
     */
    static Decision<PersonEvent> decide(
            Person person, RegisterPerson command, @Nullable String emailOwner) {
        return switch (person) {
            case Registered _ -> new Redundant<>("registered already");
            case Unknown _ when emailOwner != null -> new Refused<>(new EmailTaken(emailOwner));
            case Unknown _ -> {
                var events = new ArrayList<PersonEvent>();
                events.add(new PersonRegistered(command.person(), command.name(), command.email()));
                command.roles().stream()
                        .distinct()
                        .forEach(role -> events.add(new RoleGranted(command.person(), role)));
                yield new Accepted<>(events);
            }
        };
    }
}
