package dev.interlock.approval.write.issuetoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interlock.edge.Problem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenOrderTest {

    @Test
    void aPersonalTokenLives90DaysUnlessTold() {
        var order = personal(null).validate();

        assertThat(order.life()).isEqualTo(Duration.ofDays(90));
        assertThat(order.actorKind()).isEqualTo("human");
        assertThat(personal("PT1H").validate().life()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void namesOfAKeysScopeAreFolded() {
        var order =
                new TokenOrder(
                                "service_key",
                                "ci",
                                null,
                                null,
                                List.of("deploy", "build"),
                                List.of(" API-Service "),
                                List.of("Production", "production"),
                                null)
                        .validate();

        assertThat(order.actions()).containsExactly("build", "deploy");
        assertThat(order.products()).containsExactly("api-service");
        assertThat(order.environments()).containsExactly("production");
        assertThat(order.actorKind()).isEqualTo("ci");
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        var problem =
                catchThrowableOfType(
                        Problem.class,
                        () ->
                                new TokenOrder(
                                                "service_key",
                                                " ",
                                                "usr_1",
                                                "human",
                                                List.of("deploy", "destroy"),
                                                null,
                                                null,
                                                "P3Y")
                                        .validate());

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .extracting(Problem.Field::pointer)
                .containsExactlyInAnyOrder(
                        "/name", "/actor_kind", "/actions/1", "/person", "/expires_in");
    }

    @Test
    void lifeIsNeitherNothingNorForEver() {
        for (var life : List.of("PT0S", "-P1D", "P731D", "soon", "P1000000000000D")) {
            assertThat(
                            catchThrowableOfType(Problem.class, () -> personal(life).validate())
                                    .errors())
                    .as(life)
                    .extracting(Problem.Field::pointer)
                    .containsExactly("/expires_in");
        }
    }

    @Test
    void aPersonalTokenCanBeLimited() {
        var order =
                new TokenOrder(
                                "personal",
                                "laptop",
                                null,
                                null,
                                List.of("read", "sign_off"),
                                List.of("API-service"),
                                List.of("staging"),
                                null)
                        .validate();

        assertThat(order.actions()).containsExactly("read", "sign_off");
        assertThat(order.products()).containsExactly("api-service");
    }

    @Test
    void aPersonIsNoMachineAndAllIsNoName() {
        var problem =
                catchThrowableOfType(
                        Problem.class,
                        () ->
                                new TokenOrder(
                                                "personal",
                                                "laptop",
                                                null,
                                                "ci",
                                                null,
                                                List.of("*"),
                                                null,
                                                null)
                                        .validate());

        assertThat(problem.errors())
                .extracting(Problem.Field::pointer)
                .containsExactlyInAnyOrder("/actor_kind", "/products/0");
    }

    private static TokenOrder personal(@Nullable String expiresIn) {
        return new TokenOrder("personal", "laptop", null, null, null, null, null, expiresIn);
    }
}
