package dev.interlock.rules.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.interlock.edge.EdgeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Shipped events are read for ever: a golden file is never edited, a new version is added. */
class RuleEventContractTest {

    private static final JsonMapper JSON = EdgeJson.lenient();

    static Stream<Arguments> events() {
        return Stream.of(
                arguments(
                        "RuleCreated.v1",
                        new RuleCreated(
                                "rul_1",
                                1,
                                "needs a request",
                                "enforce",
                                "dr_required",
                                List.of("api-service"),
                                List.of("production"),
                                List.of("production"),
                                "{\"slot_types\":[\"qa\"]}",
                                null,
                                null)),
                arguments(
                        "RuleChanged.v1",
                        new RuleChanged(
                                "rul_1",
                                2,
                                "needs a request",
                                "report_only",
                                "dr_required",
                                List.of(),
                                List.of(),
                                List.of(),
                                "{}",
                                null,
                                null)),
                arguments(
                        "RuleChanged.v1.full-2",
                        new RuleChanged(
                                "rul_1",
                                3,
                                "needs a request",
                                "enforce",
                                "dr_required",
                                List.of(),
                                List.of(),
                                List.of(),
                                "{}",
                                new RuleTerms(
                                        List.of("rollback"),
                                        List.of("agent", "ci"),
                                        "exempt",
                                        Instant.parse("2026-12-01T08:00:00Z"),
                                        "moving to the new cluster",
                                        null),
                                null)),
                arguments(
                        "RuleChanged.v1.full-3",
                        new RuleChanged(
                                "rul_1",
                                4,
                                "needs a request",
                                "enforce",
                                "dr_required",
                                List.of(),
                                List.of(),
                                List.of(),
                                "{}",
                                new RuleTerms(
                                        List.of(), List.of(), RuleTerms.ENFORCE, null, null, false),
                                null)),
                arguments(
                        "RuleChanged.v1.full-4",
                        new RuleChanged(
                                "rul_1",
                                5,
                                "needs a request",
                                "enforce",
                                "dr_required",
                                List.of(),
                                List.of(),
                                List.of(),
                                "{}",
                                new RuleTerms(
                                        List.of(),
                                        List.of(),
                                        RuleTerms.ENFORCE,
                                        null,
                                        null,
                                        null,
                                        Instant.parse("2026-06-01T00:00:00Z")),
                                null)),
                arguments(
                        "RuleChanged.v1.full-5",
                        new RuleChanged(
                                "rul_1",
                                6,
                                "needs a request",
                                "enforce",
                                "dr_required",
                                List.of(),
                                List.of(),
                                List.of(),
                                "{}",
                                null,
                                List.of("pci", "tier:1"))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aStoredEventIsReadAndWrittenAsEver(String name, RuleEvent event) {
        var golden = golden(name + ".json");
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
