package dev.interlock.approval.write.revokerole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.LastAdmin;
import dev.interlock.approval.domain.Refusal.NoSuchGrant;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.domain.RoleGrant;
import dev.interlock.approval.domain.RoleScope;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.RoleGranted;
import dev.interlock.approval.events.RoleRevoked;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevokeRoleDecisionTest {

    private static final RoleGrant QA_IN_PROD =
            new RoleGrant("rol_1", "qa", new RoleScope(List.of("api"), List.of("production")));
    private final Person ann =
            new Person.Registered(
                    "usr_ann",
                    List.of(RoleGrant.everywhere("admin"), RoleGrant.everywhere("qa"), QA_IN_PROD),
                    true);

    @Test
    void takesTheRole() {
        assertThat(decide(ann, "qa", "usr_root", Set.of("usr_ann")))
                .isEqualTo(Decision.accepted(new RoleRevoked("usr_ann", "qa")));
    }

    @Test
    void takingWhatIsNotHeldIsRedundant() {
        assertThat(decide(ann, "sre", "usr_root", Set.of("usr_ann"))).isInstanceOf(Redundant.class);
    }

    @Test
    void theLastAdminStays() {
        assertThat(decide(ann, "admin", null, Set.of("usr_ann")))
                .isEqualTo(new Refused<>(new LastAdmin("usr_ann")));
    }

    @Test
    void oneOfTwoAdminsMayGo() {
        assertThat(decide(ann, "admin", "usr_root", Set.of("usr_ann", "usr_root")))
                .isEqualTo(Decision.accepted(new RoleRevoked("usr_ann", "admin")));
    }

    @Test
    void nobodyTakesTheirOwn() {
        assertThat(decide(ann, "qa", "usr_ann", Set.of("usr_ann", "usr_root")))
                .isEqualTo(new Refused<>(new OwnRolesForbidden("usr_ann")));
    }

    @Test
    void ofSeveralGrantsOneIsNamed() {
        var revoked = new RoleRevoked("usr_ann", "qa", "rol_1");

        assertThat(decide(ann, "rol_1", "usr_root", Set.of("usr_ann")))
                .isEqualTo(Decision.accepted(revoked));
        assertThat(ann.evolve(revoked).grants()).doesNotContain(QA_IN_PROD).hasSize(2);
        assertThat(decide(ann, "rol_2", "usr_root", Set.of("usr_ann")))
                .isEqualTo(new Refused<>(new NoSuchGrant("usr_ann", "rol_2")));
    }

    @Test
    void anAdminOfOneEnvironmentDoesNotKeepTheInstallation() {
        var scoped =
                ann.evolve(new RoleGranted("usr_ann", "admin", "rol_9", null, List.of("staging")));

        assertThat(decide(scoped, "rol_9", "usr_root", Set.of("usr_ann")))
                .isEqualTo(Decision.accepted(new RoleRevoked("usr_ann", "admin", "rol_9")));
        assertThat(decide(scoped, "admin", "usr_root", Set.of("usr_ann")))
                .isEqualTo(new Refused<>(new LastAdmin("usr_ann")));
    }

    @Test
    void nobodyIsThere() {
        assertThat(decide(new Person.Unknown(), "qa", "usr_root", Set.of("usr_root")))
                .isEqualTo(new Refused<>(new NoSuchPerson("usr_ann")));
    }

    private static Decision<PersonEvent> decide(
            Person person, String role, @Nullable String revoker, Set<String> admins) {
        return RevokeRoleDecision.decide(
                person,
                new RevokeRole("usr_ann", role, revoker == null ? Set.of() : Set.of(revoker)),
                admins);
    }
}
