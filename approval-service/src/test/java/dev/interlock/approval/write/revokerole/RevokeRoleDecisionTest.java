package dev.interlock.approval.write.revokerole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Decision;
import dev.interlock.approval.domain.Decision.Redundant;
import dev.interlock.approval.domain.Decision.Refused;
import dev.interlock.approval.domain.Person;
import dev.interlock.approval.domain.Refusal.LastAdmin;
import dev.interlock.approval.domain.Refusal.NoSuchPerson;
import dev.interlock.approval.domain.Refusal.OwnRolesForbidden;
import dev.interlock.approval.events.PersonEvent;
import dev.interlock.approval.events.RoleRevoked;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevokeRoleDecisionTest {

    private final Person ann = new Person.Registered("usr_ann", List.of("admin", "qa"));

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
    void nobodyIsThere() {
        assertThat(decide(new Person.Unknown(), "qa", "usr_root", Set.of("usr_root")))
                .isEqualTo(new Refused<>(new NoSuchPerson("usr_ann")));
    }

    private static Decision<PersonEvent> decide(
            Person person, String role, @Nullable String revoker, Set<String> admins) {
        return RevokeRoleDecision.decide(person, new RevokeRole("usr_ann", role, revoker), admins);
    }
}
