package dev.interlock.gateway.compat.versioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.edge.EdgeJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunKeysTest {

    private final RunKeys first = keys("tok_1", "github", "17", "1", "2.15.0", "started", "{}");

    @Test
    void aRetryHasTheSameKeyWhateverElseItSays() {
        assertThat(keys("tok_1", "GitHub", "17", "1", "2.15.0", "started", "{\"now\":1}"))
                .isEqualTo(first);
        assertThat(first.seconds()).isNull();
        assertThat(first.attempt()).isEqualTo(1);
    }

    @Test
    void anotherTokenRunAttemptVersionOrStatusIsAnotherReport() {
        assertThat(
                        new RunKeys[] {
                            keys("tok_2", "github", "17", "1", "2.15.0", "started", "{}"),
                            keys("tok_1", "gitlab", "17", "1", "2.15.0", "started", "{}"),
                            keys("tok_1", "github", "18", "1", "2.15.0", "started", "{}"),
                            keys("tok_1", "github", "17", "2", "2.15.0", "started", "{}"),
                            keys("tok_1", "github", "17", "1", "2.15.1", "started", "{}"),
                            keys("tok_1", "github", "17", "1", "2.15.0", "completed", "{}"),
                            keys("tok_1", "github", "1", "71", "2.15.0", "started", "{}")
                        })
                .extracting(RunKeys::key)
                .doesNotHaveDuplicates()
                .doesNotContain(first.key());
    }

    @Test
    void allAttemptsOfARunHaveTheRunInCommon() {
        var second = keys("tok_1", "github", "17", "2", "2.15.0", "started", "{}");
        assertThat(second.run()).isEqualTo(first.run());
        assertThat(second.attempt()).isEqualTo(2);
    }

    @Test
    void namesAreComparedAsTheyAreStored() {
        var a =
                RunKeys.of(
                        "t", null, "1", Map.of(), "API ", "v", "Production", "started", tree("{}"));
        var b =
                RunKeys.of(
                        "t", null, "1", Map.of(), "api", "v", " production", "started", tree("{}"));
        assertThat(a).isEqualTo(b);
    }

    @Test
    void forTheLaneARunIsOneWhateverItsEnvironmentIsCalled() {
        var name = at("production", "started");
        var alias = at("live", "started");
        assertThat(alias.run()).isNotEqualTo(name.run());
        assertThat(alias.laneRun()).isEqualTo(name.laneRun()).isNotNull();
        assertThat(alias.laneKey()).isEqualTo(name.laneKey());
        var end = at("live", "completed");
        assertThat(end.laneRun()).isEqualTo(name.laneRun());
        assertThat(end.laneKey()).isNotEqualTo(name.laneKey());
    }

    private static RunKeys at(String environment, String status) {
        return RunKeys.of(
                "t", "github", "17", Map.of(), "api", "1", environment, status, tree("{}"));
    }

    @Test
    void withoutAnInvokeIdTheSameBodyIsTheSameReportForTwoMinutes() {
        var one =
                keys(
                        "tok_1",
                        null,
                        null,
                        null,
                        "2.15.0",
                        "started",
                        "{\"a\":1,\"b\":[{\"c\":2,\"d\":3}]}");
        var same =
                keys(
                        "tok_1",
                        null,
                        null,
                        null,
                        "2.15.0",
                        "started",
                        "{\"b\":[{\"d\":3,\"c\":2}],\"a\":1}");
        var other =
                keys(
                        "tok_1",
                        null,
                        null,
                        null,
                        "2.15.0",
                        "started",
                        "{\"a\":2,\"b\":[{\"c\":2,\"d\":3}]}");
        assertThat(one).isEqualTo(same);
        assertThat(one.seconds()).isEqualTo(120);
        assertThat(one.run()).isNull();
        assertThat(other.key()).isNotEqualTo(one.key());
    }

    private static RunKeys keys(
            String token,
            @Nullable String system,
            @Nullable String invokeId,
            @Nullable String attempt,
            String version,
            String status,
            String body) {
        Map<String, Object> metadata =
                attempt == null ? Map.of() : Map.of("vi_gh_run_attempt", attempt);
        return RunKeys.of(
                token,
                system,
                invokeId,
                metadata,
                "api",
                version,
                "production",
                status,
                tree(body));
    }

    private static tools.jackson.databind.JsonNode tree(String json) {
        return EdgeJson.strict().readTree(json);
    }
}
