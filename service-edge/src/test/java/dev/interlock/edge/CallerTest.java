package dev.interlock.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlock.contracts.identity.Grant;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    private final Caller scoped =
            caller(
                    Grant.everywhere(Set.of(Permission.READ)),
                    new Grant(
                            Set.of(Permission.DR_WRITE, Permission.RULE_WRITE),
                            List.of("api"),
                            List.of("staging")),
                    new Grant(Set.of(Permission.DR_WRITE), List.of("web"), List.of()));

    @Test
    void aPermissionHoldsInsideItsScopeOnly() {
        assertThat(scoped.may(Permission.DR_WRITE, "api", "staging")).isTrue();
        assertThat(scoped.may(Permission.DR_WRITE, "api", "production")).isFalse();
        assertThat(scoped.may(Permission.DR_WRITE, "web", "production")).isTrue();
        assertThat(scoped.may(Permission.RULE_WRITE, "web", "staging")).isFalse();
    }

    @Test
    void whatIsAboutEverythingNeedsItWithoutLimits() {
        assertThat(scoped.may(Permission.READ)).isTrue();
        assertThat(scoped.may(Permission.RULE_WRITE)).isFalse();
        assertThat(scoped.may(Permission.DR_WRITE, Grant.ALL, "staging")).isFalse();
        assertThat(scoped.may(Permission.DR_WRITE, "web", Grant.ALL)).isTrue();

        var refused =
                catchThrowableOfType(Problem.class, () -> scoped.require(Permission.RULE_WRITE));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("SCOPE_INSUFFICIENT");
        assertThat(refused.detail()).endsWith("rule_write without limits");
    }

    @Test
    void whatIsAboutNoEnvironmentAsksForNone() {
        assertThat(scoped.may(Permission.DR_WRITE, "api", null)).isTrue();
        assertThat(scoped.may(Permission.DR_WRITE, "other", null)).isFalse();
    }

    @Test
    void somewhereIsNotEverywhere() {
        assertThat(scoped.maySomewhere(Permission.RULE_WRITE)).isTrue();
        assertThat(scoped.maySomewhere(Permission.APPROVE)).isFalse();
        assertThat(
                        catchThrowableOfType(
                                Problem.class,
                                () -> scoped.require(Permission.DR_WRITE, "api", "production")))
                .hasMessageContaining("dr_write for product api in production");
    }

    private static Caller caller(Grant... grants) {
        var identity =
                new Identity(
                        "usr_1",
                        "user",
                        "human",
                        "usr_1",
                        "tok_1",
                        "Ann",
                        Set.of(),
                        Set.of(),
                        List.of(),
                        List.of(),
                        List.of(grants));
        return new Caller(identity, "api", "", null, Map.of());
    }
}
