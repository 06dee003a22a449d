package dev.interlock.approval.read.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.domain.Roles;
import dev.interlock.contracts.identity.Permission;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RolePermissionsTest {

    static final List<String> ROLES = Roles.ALL;

    @ParameterizedTest
    @FieldSource("ROLES")
    void everyRoleReadsAndOneOverrides(String role) {
        var may = RolePermissions.ofRoles(Set.of(role));
        assertThat(may).contains(Permission.READ, Permission.GATE_CHECK);
        assertThat(may.contains(Permission.OVERRIDE)).isEqualTo(role.equals(Roles.BREAK_GLASS));
    }

    @ParameterizedTest
    @FieldSource("ROLES")
    void anAgentNeverDecidesWhateverItsPersonMay(String role) {
        assertThat(RolePermissions.limited(RolePermissions.ofRoles(Set.of(role)), "agent"))
                .doesNotContain(
                        Permission.APPROVE,
                        Permission.OVERRIDE,
                        Permission.OVERRIDE_REVIEW,
                        Permission.PEOPLE_WRITE,
                        Permission.RULE_WRITE,
                        Permission.FREEZE,
                        Permission.THAW,
                        Permission.ENVIRONMENT_WRITE);
    }

    @ParameterizedTest
    @FieldSource("ROLES")
    void releaseManagersSresAndAdminsFreezeAndThawAndNobodyElse(String role) {
        var may = RolePermissions.ofRoles(Set.of(role));
        boolean expected = Set.of(Roles.RELEASE_MANAGER, Roles.SRE, Roles.ADMIN).contains(role);
        assertThat(may.contains(Permission.FREEZE)).isEqualTo(expected);
        assertThat(may.contains(Permission.THAW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("ROLES")
    void whoBreaksTheGlassReviewsNothing(String role) {
        var may = RolePermissions.ofRoles(Set.of(role));
        assertThat(may.contains(Permission.OVERRIDE_REVIEW))
                .isEqualTo(
                        Set.of(Roles.RELEASE_MANAGER, Roles.SECURITY, Roles.COMPLIANCE, Roles.ADMIN)
                                .contains(role));
    }

    @Test
    void rolesAddUp() {
        assertThat(RolePermissions.ofRoles(List.of(Roles.VIEWER, Roles.DEPLOYER)))
                .containsExactlyInAnyOrder(
                        Permission.READ,
                        Permission.GATE_CHECK,
                        Permission.BUILD_REPORT,
                        Permission.DEPLOYMENT_REPORT);
    }

    @Test
    void withoutARoleNothingIsAllowed() {
        assertThat(RolePermissions.ofRoles(List.of())).isEmpty();
        assertThat(RolePermissions.ofRoles(List.of("emperor"))).isEmpty();
    }

    @Test
    void aKeyMayWhatItsActionsSay() {
        assertThat(RolePermissions.ofActions(List.of("deploy", "check")))
                .containsExactlyInAnyOrder(Permission.DEPLOYMENT_REPORT, Permission.GATE_CHECK);
    }
}
