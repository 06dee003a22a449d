package dev.interlock.approval.write.grantrole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.domain.RoleGrant;
import dev.interlock.approval.domain.RoleScope;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.PersonRegistered;
import dev.interlock.approval.events.RoleGranted;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantRoleDecisionTest {

    private final Person ann =
            new Person.Unknown()
                    .evolve(new PersonRegistered("usr_ann", "Ann", null))
                    .evolve(new RoleGranted("usr_ann", "viewer"));

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
    void aRoleIsHeldInSeveralScopesEachOnce() {
        var prod = new RoleScope(List.of(), List.of("production"));
        var granted =
                new RoleGranted("usr_ann", "viewer", "rol_1", List.of(), List.of("production"));

        assertThat(decide(ann, "viewer", prod)).isEqualTo(Decision.accepted(granted));
        assertThat(decide(ann.evolve(granted), "viewer", prod)).isInstanceOf(Redundant.class);
        assertThat(ann.evolve(granted).grants())
                .containsExactly(
                        RoleGrant.everywhere("viewer"), new RoleGrant("rol_1", "viewer", prod));
    }

    @Test
    void notEvenByATokenThatSheIssuedForSomebodyElse() {
        var command =
                new GrantRole(
                        "usr_ann",
                        "rol_1",
                        "admin",
                        RoleScope.EVERYWHERE,
                        Set.of("usr_bob", "usr_ann"));

        assertThat(GrantRoleDecision.decide(ann, command))
                .isEqualTo(new Refused<>(new OwnRolesForbidden("usr_ann")));
    }

    @Test
    void nobodyIsThere() {
        assertThat(decide(new Person.Unknown(), "qa", "usr_root"))
                .isEqualTo(new Refused<>(new NoSuchPerson("usr_ann")));
    }

    private static Decision<PersonEvent> decide(Person person, String role, String granter) {
        return GrantRoleDecision.decide(
                person,
                new GrantRole("usr_ann", "rol_1", role, RoleScope.EVERYWHERE, Set.of(granter)));
    }

    private static Decision<PersonEvent> decide(Person person, String role, RoleScope scope) {
        return GrantRoleDecision.decide(
                person, new GrantRole("usr_ann", "rol_1", role, scope, Set.of("usr_root")));
    }
}
