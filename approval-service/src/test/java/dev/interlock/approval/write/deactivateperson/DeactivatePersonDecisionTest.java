package dev.interlock.approval.write.deactivateperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.LastAdmin;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.domain.RoleGrant;
import dev.interlock.approval.events.PersonDeactivated;
import dev.interlock.approval.events.PersonEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeactivatePersonDecisionTest {

    private final Person ann =
            new Person.Registered("usr_ann", List.of(RoleGrant.everywhere("admin")), true);

    @Test
    void rolesStayAndDoNothing() {
        var gone = new PersonDeactivated("usr_ann");

        assertThat(decide(ann, "usr_root", Set.of("usr_ann", "usr_root")))
                .isEqualTo(Decision.accepted(gone));
        assertThat(ann.evolve(gone).roles()).isEmpty();
        assertThat(ann.evolve(gone).rolesIn(List.of())).isEmpty();
        assertThat(ann.evolve(gone).grants()).hasSize(1);
        assertThat(decide(ann.evolve(gone), "usr_root", Set.of("usr_root")))
                .isInstanceOf(Redundant.class);
    }

    @Test
    void theLastAdminStays() {
        assertThat(decide(ann, "usr_root", Set.of("usr_ann")))
                .isEqualTo(new Refused<>(new LastAdmin("usr_ann")));
    }

    @Test
    void nobodyDoesItToThemselves() {
        assertThat(decide(ann, "usr_ann", Set.of("usr_ann", "usr_root")))
                .isEqualTo(new Refused<>(new OwnRolesForbidden("usr_ann")));
    }

    @Test
    void nobodyIsThere() {
        assertThat(decide(new Person.Unknown(), "usr_root", Set.of("usr_root")))
                .isEqualTo(new Refused<>(new NoSuchPerson("usr_ann")));
    }

    private static Decision<PersonEvent> decide(Person person, String by, Set<String> admins) {
        return DeactivatePersonDecision.decide(
                person, new DeactivatePerson("usr_ann", Set.of(by)), admins);
    }
}
