package dev.interlock.rules.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Shipped events are read for ever: a golden file is never edited, a new version is added. */
class RuleEventContractTest {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    static Stream<RuleEvent> events() {
        return Stream.of(
                new RuleCreated(
                        "rul_1",
                        1,
                        "needs a request",
                        "enforce",
                        "dr_required",
                        List.of("api-service"),
                        List.of("production"),
                        List.of("production"),
                        "{\"slot_types\":[\"qa\"]}"),
                new RuleChanged(
                        "rul_1",
                        2,
                        "needs a request",
                        "report_only",
                        "dr_required",
                        List.of(),
                        List.of(),
                        List.of(),
                        "{}"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aStoredEventIsReadAndWrittenAsEver(RuleEvent event) {
        var golden = golden(event.getClass().getSimpleName() + ".v1.json");
        assertThat(JSON.readValue(golden, event.getClass())).isEqualTo(event);
        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(JSON.readTree(golden));
    }

    private static String golden(String name) {
        try (var file = RuleEventContractTest.class.getResourceAsStream("/golden/events/" + name)) {
            if (file == null) {
                throw new AssertionError(name + " is missing");
            }
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
