package dev.interlock.approval.write.reactivateperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.domain.RoleGrant;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.PersonReactivated;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReactivatePersonDecisionTest {

    private final Person gone =
            new Person.Registered("usr_ann", List.of(RoleGrant.everywhere("qa")), false);

    @Test
    void theRolesAreBack() {
        var back = new PersonReactivated("usr_ann");

        assertThat(decide(gone, "usr_root")).isEqualTo(Decision.accepted(back));
        assertThat(gone.evolve(back).roles()).containsExactly("qa");
        assertThat(decide(gone.evolve(back), "usr_root")).isInstanceOf(Redundant.class);
    }

    @Test
    void nobodyDoesItToThemselvesAndNobodyIsThere() {
        assertThat(decide(gone, "usr_ann"))
                .isEqualTo(new Refused<>(new OwnRolesForbidden("usr_ann")));
        assertThat(decide(new Person.Unknown(), "usr_root"))
                .isEqualTo(new Refused<>(new NoSuchPerson("usr_ann")));
    }

    private static Decision<PersonEvent> decide(Person person, String by) {
        return ReactivatePersonDecision.decide(person, new ReactivatePerson("usr_ann", Set.of(by)));
    }
}
