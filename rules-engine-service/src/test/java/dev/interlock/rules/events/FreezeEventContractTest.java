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
class FreezeEventContractTest {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .changeDefaultPropertyInclusion(
                            v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();
    private static final Instant AT = Instant.parse("2026-11-20T09:30:00Z");

    record Golden(String name, FreezeEvent event) {}

    static Stream<Golden> events() {
        return Stream.of(
                new Golden(
                        "FreezeActivated.v1",
                        new FreezeActivated(
                                "frz_0192f3d1",
                                "Payment provider is down",
                                "https://status.example.com/incidents/7",
                                List.of("api-service"),
                                List.of("production"),
                                List.of("production"),
                                Instant.parse("2026-11-20T10:00:00Z"),
                                Instant.parse("2026-11-20T18:00:00Z"),
                                AT,
                                "usr_01j9sre",
                                null)),
                new Golden(
                        "FreezeActivated.v1.minimal",
                        new FreezeActivated(
                                "frz_0192f3d1",
                                "Payment provider is down",
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                Instant.parse("2026-11-20T10:00:00Z"),
                                null,
                                AT,
                                "usr_01j9sre",
                                null)),
                new Golden(
                        "FreezeActivated.v1.full-2",
                        new FreezeActivated(
                                "frz_0192f3d1",
                                "Payment provider is down",
                                "https://status.example.com/incidents/7",
                                List.of("api-service"),
                                List.of("production"),
                                List.of("production"),
                                Instant.parse("2026-11-20T10:00:00Z"),
                                Instant.parse("2026-11-20T18:00:00Z"),
                                AT,
                                "usr_01j9sre",
                                List.of("pci", "tier:1"))),
                new Golden(
                        "FreezeExtended.v1",
                        new FreezeExtended(
                                "frz_0192f3d1",
                                Instant.parse("2026-11-21T08:00:00Z"),
                                "Not fixed yet",
                                Instant.parse("2026-11-20T17:00:00Z"),
                                "usr_01j9sre")),
                new Golden(
                        "FreezeThawed.v1",
                        new FreezeThawed(
                                "frz_0192f3d1",
                                "Fixed",
                                Instant.parse("2026-11-20T17:30:00Z"),
                                "usr_01j9sre")));
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
        assertThat(golden).containsExactlyInAnyOrder(FreezeEvent.class.getPermittedSubclasses());
    }

    private static String golden(String name) {
        try (var file =
                FreezeEventContractTest.class.getResourceAsStream("/golden/events/" + name)) {
            if (file == null) {
                throw new AssertionError(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
