package dev.interlock.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

class EdgeJsonTest {

    record Body(
            @Nullable String name,
            @Nullable List<@Nullable String> aliases,
            @Nullable Instant at) {}

    private static final JsonMapper JSON = EdgeJson.strict();

    @Test
    void readsTextAndTimes() {
        assertThat(
                        JSON.readValue(
                                """
                                {"name":"n","aliases":["a",null],"at":"2026-01-31T13:00:00+01:00"}""",
                                Body.class))
                .isEqualTo(
                        new Body(
                                "n",
                                java.util.Arrays.asList("a", null),
                                Instant.parse("2026-01-31T12:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"aliases\":[[\"x\"]]}",
                "{\"aliases\":[[\"x\"]],\"name\":\"n\"}",
                "{\"aliases\":[[]]}",
                "{\"aliases\":[{}]}",
                "{\"aliases\":[1]}",
                "{\"name\":[\"x\"]}",
                "{\"name\":true}",
                "{\"at\":17}",
                "{\"at\":1.5}",
                "{\"at\":\"\"}",
                "{\"at\":\"2026-02-30T00:00:00Z\"}",
                "{\"at\":\"2026-01-31T12:00:00\"}",
                "{\"at\":\"+999999999-12-31T23:59:59Z\"}",
                "{\"at\":\"-999999999-01-01T00:00:00Z\"}"
            })
    void refusesWhatIsNoTextOrNoTime(String body) {
        assertThatThrownBy(() -> JSON.readValue(body, Body.class))
                .isInstanceOfSatisfying(
                        MismatchedInputException.class,
                        e ->
                                assertThat(UnreadableBody.problem(e).code())
                                        .isEqualTo("VALIDATION_FAILED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "a=b%20c&d=%C3%BC", "a", "=", "a=%E2%82%AC&b=+"})
    void letsTextInAQueryPass(String query) {
        assertThat(QueryFilter.problem(query)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%00", "a=x%0Ay", "a=%FF", "a=%ED%A0%80", "a=%", "a=%4", "a=%zz"})
    void refusesWhatIsNoTextInAQuery(String query) {
        assertThat(QueryFilter.problem("x=1&" + query))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.errors().getFirst().pointer()).isEqualTo("?a"));
    }
}
