package dev.interlock.approval.read.identity;

import static dev.interlock.contracts.identity.Permission.APPROVE;
import static dev.interlock.contracts.identity.Permission.BUILD_REPORT;
import static dev.interlock.contracts.identity.Permission.DEPLOYMENT_REPORT;
import static dev.interlock.contracts.identity.Permission.GATE_CHECK;
import static dev.interlock.contracts.identity.Permission.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.read.identity.Grants.Held;
import dev.interlock.approval.read.identity.Grants.Limits;
import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Permission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final Limits UNLIMITED = new Limits(List.of(), List.of(), List.of());
    private static final Held QA_IN_PROD = new Held("qa", List.of(), List.of("production"));

    @Test
    void aScopedRoleHoldsInsideItsScopeButReadsEverywhere() {
        var grants = Grants.ofPerson(List.of(QA_IN_PROD), UNLIMITED, "human");

        assertThat(may(grants, APPROVE, "api", "production")).isTrue();
        assertThat(may(grants, APPROVE, "api", "test")).isFalse();
        assertThat(may(grants, APPROVE, Grant.ALL, Grant.ALL)).isFalse();
        assertThat(may(grants, READ, Grant.ALL, Grant.ALL)).isTrue();
    }

    @Test
    void aTokenNarrowsWhatItsPersonMayAndNeverWidensIt() {
        var api = new Limits(List.of("check", "deploy"), List.of("api"), List.of());
        var grants = Grants.ofPerson(List.of(QA_IN_PROD), api, "human");

        assertThat(may(grants, GATE_CHECK, "api", "production")).isTrue();
        assertThat(may(grants, GATE_CHECK, "web", "production")).isFalse();
        assertThat(Grants.permissions(grants)).containsExactly(GATE_CHECK);
        assertThat(
                        Grants.ofPerson(
                                List.of(QA_IN_PROD),
                                new Limits(List.of(), List.of(), List.of("test")),
                                "human"))
                .containsExactly(Grant.everywhere(Set.of(READ)));
    }

    @Test
    void whatTwoRolesAllowInDifferentPlacesIsNotMixed() {
        var grants =
                Grants.ofPerson(
                        List.of(QA_IN_PROD, new Held("deployer", List.of(), List.of("test"))),
                        UNLIMITED,
                        "human");

        assertThat(may(grants, DEPLOYMENT_REPORT, "api", "test")).isTrue();
        assertThat(may(grants, DEPLOYMENT_REPORT, "api", "production")).isFalse();
        assertThat(may(grants, APPROVE, "api", "test")).isFalse();
    }

    @Test
    void aKeyForOneEnvironmentStillReportsBuildsWhichAreInNone() {
        var grants =
                Grants.ofMachine(
                        new Limits(List.of("build"), List.of("api"), List.of("production")), "ci");

        assertThat(may(grants, BUILD_REPORT, "api", null)).isTrue();
        assertThat(may(grants, BUILD_REPORT, "web", null)).isFalse();
    }

    private static boolean may(
            List<Grant> grants,
            Permission permission,
            @Nullable String product,
            @Nullable String environment) {
        return grants.stream()
                .anyMatch(
                        g ->
                                g.permissions().contains(permission)
                                        && g.covers(product, environment));
    }
}
