package dev.interlock.approval.write.bindidentity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.IdentityTaken;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.events.IdentityBound;
import dev.interlock.approval.events.PersonEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BindIdentityDecisionTest {

    private static final Person ANN = new Person.Registered("usr_ann", List.of(), true);

    @Test
    void theFirstTimeByTheAddress() {
        assertThat(decide(ANN, null, null))
                .isEqualTo(
                        Decision.accepted(
                                new IdentityBound("usr_ann", "https://login.example", "42")));
    }

    @Test
    void boundAlreadyIsRedundant() {
        assertThat(decide(ANN, "usr_ann", "42")).isInstanceOf(Redundant.class);
    }

    @Test
    void whoGetsAnAddressLaterDoesNotGetTheAccount() {
        assertThat(decide(ANN, null, "41")).isEqualTo(new Refused<>(new IdentityTaken("usr_ann")));
    }

    @Test
    void oneSubjectIsOnePerson() {
        assertThat(decide(ANN, "usr_bob", null))
                .isEqualTo(new Refused<>(new IdentityTaken("usr_ann")));
    }

    @Test
    void nobodyIsThere() {
        assertThat(decide(new Person.Unknown(), null, null))
                .isEqualTo(new Refused<>(new NoSuchPerson("usr_ann")));
    }

    private static Decision<PersonEvent> decide(
            Person person, @Nullable String boundTo, @Nullable String boundSubject) {
        return BindIdentityDecision.decide(
                person,
                new BindIdentity("usr_ann", "https://login.example", "42"),
                boundTo,
                boundSubject);
    }
}
