package dev.interlock.rules.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Shipped events are read for ever: a golden file is never edited, a new version is added. */
class OverrideEventContractTest {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .changeDefaultPropertyInclusion(
                            v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();
    private static final String ID = "ovr_0192f3d1";

    record Golden(String name, OverrideEvent event) {}

    static Stream<Golden> events() {
        return Stream.of(
                new Golden(
                        "OverrideRequested.v1",
                        new OverrideRequested(
                                ID,
                                "api-service",
                                "2.15.0",
                                "production",
                                List.of("APPROVAL_REQUIRED", "freeze:frz_0192f3d1", "rul_0192f3e0"),
                                "Customers cannot pay",
                                "https://status.example.com/incidents/7",
                                2,
                                Instant.parse("2026-11-20T12:00:00Z"),
                                Instant.parse("2026-11-20T10:00:00Z"),
                                "usr_01j9sre")),
                new Golden(
                        "OverrideConfirmed.v1",
                        new OverrideConfirmed(
                                ID, Instant.parse("2026-11-20T10:02:00Z"), "usr_01j9rita")),
                new Golden(
                        "OverrideWithdrawn.v1",
                        new OverrideWithdrawn(
                                ID,
                                "Rolled back instead",
                                Instant.parse("2026-11-20T10:05:00Z"),
                                "usr_01j9sre")),
                new Golden(
                        "OverrideUsed.v1",
                        new OverrideUsed(
                                ID,
                                "dep_0192f3d7",
                                "dec_0192f3d7",
                                List.of("APPROVAL_REQUIRED", "freeze:frz_0192f3d1"),
                                List.of("usr_01j9quinn", "usr_01j9sam"),
                                Instant.parse("2026-11-20T10:06:00Z"),
                                "usr_01j9dora")),
                new Golden(
                        "OverrideUsed.v1.minimal",
                        new OverrideUsed(
                                ID,
                                "dep_0192f3d7",
                                "dec_0192f3d7",
                                List.of(),
                                List.of(),
                                Instant.parse("2026-11-20T10:06:00Z"),
                                null)),
                new Golden(
                        "OverrideReviewed.v1",
                        new OverrideReviewed(
                                ID,
                                "The fix was reviewed afterwards: PAY-17",
                                Instant.parse("2026-11-21T09:00:00Z"),
                                "usr_01j9rita")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void aStoredEventIsReadAndWrittenAsEver(Golden stored) {
        var event = stored.event();
        var golden = golden(stored.name() + ".json");
        assertThat(JSON.readValue(golden, event.getClass())).isEqualTo(event);
        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(JSON.readTree(golden));
    }

    @Test
    void everyEventHasAGoldenFile() {
        Set<Class<?>> golden = events().map(e -> e.event().getClass()).collect(Collectors.toSet());
        assertThat(golden).containsExactlyInAnyOrder(OverrideEvent.class.getPermittedSubclasses());
    }

    private static String golden(String name) {
        try (var file =
                OverrideEventContractTest.class.getResourceAsStream("/golden/events/" + name)) {
            if (file == null) {
                throw new AssertionError(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
