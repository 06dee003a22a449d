package dev.interlock.approval.write.registerperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision.Accepted;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.EmailTaken;
import dev.interlock.approval.events.PersonRegistered;
import dev.interlock.approval.events.RoleGranted;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterPersonDecisionTest {

    private final RegisterPerson command =
            new RegisterPerson("usr_1", "Ann", "ann@example.com", List.of("qa", "sre", "qa"));

    @Test
    void aPersonComesWithRolesEachOnce() {
        assertThat(RegisterPersonDecision.decide(new Person.Unknown(), command, null))
                .isEqualTo(
                        new Accepted<>(
                                List.of(
                                        new PersonRegistered("usr_1", "Ann", "ann@example.com"),
                                        new RoleGranted("usr_1", "qa"),
                                        new RoleGranted("usr_1", "sre"))));
    }

    @Test
    void twoPersonsDoNotShareAnAddress() {
        assertThat(RegisterPersonDecision.decide(new Person.Unknown(), command, "usr_2"))
                .isEqualTo(new Refused<>(new EmailTaken("usr_2")));
    }

    @Test
    void twiceIsRedundant() {
        assertThat(
                        RegisterPersonDecision.decide(
                                new Person.Registered("usr_1", List.of(), true), command, "usr_1"))
                .isInstanceOf(Redundant.class);
    }
}
