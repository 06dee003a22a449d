package dev.interlock.rules.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Shipped events are read for ever: a golden file is never edited, a new version is added. */
class CalendarEventContractTest {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .changeDefaultPropertyInclusion(
                            v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();
    private static final Instant AT = Instant.parse("2026-11-20T09:30:00Z");

    private static final String ENTRIES =
            "[{\"all_day\":true,\"end\":{\"days_after\":1,\"time\":\"00:00\"},\"rrule\":\"FREQ=YEARLY\",\"start\":\"2026-12-25T00:00\",\"summary\":\"Christmas\",\"uid\":\"christmas@example.org\"}]";

    record Golden(String name, CalendarEvent event) {}

    static Stream<Golden> events() {
        return Stream.of(
                new Golden(
                        "CalendarImported.v1",
                        new CalendarImported("holidays", 1, ENTRIES, AT, "usr_01j9sre")),
                new Golden(
                        "CalendarChanged.v1",
                        new CalendarChanged(
                                "holidays",
                                2,
                                ENTRIES,
                                Instant.parse("2026-11-21T09:30:00Z"),
                                "usr_01j9sre")),
                new Golden(
                        "CalendarRemoved.v1",
                        new CalendarRemoved(
                                "holidays",
                                2,
                                Instant.parse("2026-11-22T09:30:00Z"),
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
        assertThat(golden).containsExactlyInAnyOrder(CalendarEvent.class.getPermittedSubclasses());
    }

    private static String golden(String name) {
        try (var file =
                CalendarEventContractTest.class.getResourceAsStream("/golden/events/" + name)) {
            if (file == null) {
                throw new AssertionError(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
