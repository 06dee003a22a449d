package dev.interlock.gateway.compat.versioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentEventTest {

    private static final String GOOD =
            "\"product_name\":\"api-service\",\"version\":\"2.15.0\",\"environment_name\":\"production\"";

    @ParameterizedTest
    @CsvSource({
        "pending,pending",
        "queued,pending",
        "scheduled,pending",
        "started,started",
        "in_progress,started",
        "init,started",
        "deploying,started",
        "building,started",
        "completed,completed",
        "success,completed",
        "complete,completed",
        "finished,completed",
        "deployed,completed",
        "built,completed",
        "failed,failed",
        "fail,failed",
        "failure,failed",
        "error,failed",
        "aborted,aborted",
        "abort,aborted",
        "cancelled,aborted",
        "canceled,aborted",
        "cancel,aborted",
        "skipped,aborted",
        "' Success ',completed"
    })
    void everyWordHasAStatus(String word, String status) {
        assertThat(read("{" + GOOD + ",\"status\":\"" + word + "\"}").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{%s}                                              | status           | missing",
                "{%s,\"status\":null}                              | status           | missing",
                "{%s,\"status\":\"gone\"}                          | status           | enum",
                "{%s,\"status\":1}                                 | status           | string_type",
                "{%s,\"status\":\" \"}                             | status           | string_too_short",
                "{\"status\":\"started\",\"version\":\"1\",\"environment_name\":\"e\"} | product_name | missing",
                "{%s,\"status\":\"started\",\"build_number\":7}    | build_number     | string_type",
                "{%s,\"status\":\"started\",\"completed_at\":\"x\"} | completed_at    | datetime_parsing",
                "{%s,\"status\":\"started\",\"skip_preflight_checks\":\"yes\"} | skip_preflight_checks | bool_type",
                "{%s,\"status\":\"started\",\"extra_metadata\":[]} | extra_metadata   | dict_type",
                "{%s,\"status\":\"started\",\"invoke_id\":\"a\\nb\"} | invoke_id      | value_error"
            })
    void whatIsWrongIsNamed(String body, String field, String type) {
        var refused = refused(body.formatted(GOOD));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(String.valueOf(refused.body().get("detail")))
                .contains("[body, " + field + "]")
                .contains("type=" + type);
    }

    @ParameterizedTest
    @CsvSource({
        "product_name,255",
        "version,100",
        "environment_name,100",
        "source_system,50",
        "invoke_id,255",
        "deployed_by,255"
    })
    void lengthsAreLimited(String field, int longest) {
        String body =
                """
                {"product_name":"p","version":"v","environment_name":"e","status":"started","%s":"%s"}""";
        assertThat(read(last(body.formatted(field, "x".repeat(longest)))).starts()).isTrue();
        assertThat(refused(last(body.formatted(field, "ä".repeat(longest + 1)))).status())
                .isEqualTo(422);
    }

    /** A field given twice would be refused: keep the one under test. */
    private static String last(String body) {
        for (String field : new String[] {"product_name", "version", "environment_name"}) {
            int first = body.indexOf("\"" + field + "\":");
            if (body.indexOf("\"" + field + "\":", first + 1) > 0) {
                body = body.substring(0, first) + body.substring(body.indexOf(',', first) + 1);
            }
        }
        return body;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "{", "null", "{\"a\":1,\"a\":2}", "{} x"})
    void whatIsNoObjectIs422(String body) {
        assertThat(refused(body).status()).isEqualTo(422);
    }

    @Test
    void metadataIsLimitedTo100Kilobytes() {
        String body = "{" + GOOD + ",\"status\":\"started\",\"extra_metadata\":{\"k\":\"%s\"}}";
        assertThat(read(body.formatted("x".repeat(102_000))).metadata()).containsKey("k");
        assertThat(refused(body.formatted("x".repeat(102_400))).status()).isEqualTo(422);
    }

    @Test
    void unknownFieldsAndAllFormsOfTimeAreTaken() {
        String body =
                "{" + GOOD + ",\"status\":\"started\",\"built_at\":1,\"completed_at\":\"%s\"}";
        var noon = Instant.parse("2026-01-31T12:00:00Z");
        assertThat(read(body.formatted("2026-01-31T12:00:00.000Z")).completedAt()).isEqualTo(noon);
        assertThat(read(body.formatted("2026-01-31T13:00:00+01:00")).completedAt()).isEqualTo(noon);
        assertThat(read(body.formatted("2026-01-31T12:00:00")).completedAt()).isEqualTo(noon);
    }

    private static DeploymentEvent read(String body) {
        return DeploymentEvent.read(EventBody.parse(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static EventRefused refused(String body) {
        return catchThrowableOfType(EventRefused.class, () -> read(body));
    }
}
