package dev.interlock.approval.write.grantrole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.RoleGranted;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantRoleDecisionTest {

    private final Person ann = new Person.Registered("usr_ann", List.of("viewer"));

    @Test
    void givesTheRole() {
        assertThat(decide(ann, "qa", "usr_root"))
                .isEqualTo(Decision.accepted(new RoleGranted("usr_ann", "qa")));
    }

    @Test
    void givingWhatIsHeldIsRedundant() {
        assertThat(decide(ann, "viewer", "usr_root")).isInstanceOf(Redundant.class);
    }

    @Test
    void nobodyGivesThemselves() {
        assertThat(decide(ann, "qa", "usr_ann"))
                .isEqualTo(new Refused<>(new OwnRolesForbidden("usr_ann")));
    }

    @Test
    void nobodyIsThere() {
        assertThat(decide(new Person.Unknown(), "qa", "usr_root"))
                .isEqualTo(new Refused<>(new NoSuchPerson("usr_ann")));
    }

    private static Decision<PersonEvent> decide(Person person, String role, String granter) {
        return GrantRoleDecision.decide(person, new GrantRole("usr_ann", role, granter));
    }
}
