package dev.interlock.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.approval.events.ApprovalServiceEvent;
import dev.interlock.eventstore.StoredEvent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was stored must stay readable for ever. {@code golden/events/<name>.v<version>.full.json}
 * and {@code .minimal.json} are never edited once shipped; a changed event is a new version with
 * files of its own.
 */
class EventGoldenTest {

    private static final Pattern NAME =
            Pattern.compile("(.+)\\.v(\\d+)\\.(?:full|full-2|minimal)\\.json");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .changeDefaultPropertyInclusion(
                            v ->
                                    v.withValueInclusion(
                                            com.fasterxml.jackson.annotation.JsonInclude.Include
                                                    .NON_NULL))
                    .build();

    static List<Path> goldens() throws IOException, URISyntaxException {
        var folder =
                Path.of(
                        Objects.requireNonNull(EventGoldenTest.class.getResource("/golden/events"))
                                .toURI());
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void isReadAndWrittenBackUnchanged(Path golden) throws IOException {
        var text = Files.readString(golden);
        var event = ApprovalEventCatalogue.CATALOGUE.decode(stored(golden, text));

        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(JSON.readTree(text));
    }

    @Test
    void everyEventOfTheCatalogueHasAFullAndAMinimalOne() throws Exception {
        for (var kind : List.of("full", "minimal")) {
            var classes = new ArrayList<Class<?>>();
            for (var golden : goldens()) {
                if (golden.toString().endsWith("." + kind + ".json")) {
                    classes.add(
                            ApprovalEventCatalogue.CATALOGUE
                                    .decode(stored(golden, Files.readString(golden)))
                                    .getClass());
                }
            }
            assertThat(classes)
                    .as(kind)
                    .containsExactlyInAnyOrderElementsOf(
                            ApprovalEventCatalogue.CATALOGUE.eventClasses());
        }
    }

    @Test
    void everySealedEventIsInTheCatalogue() {
        assertThat(ApprovalEventCatalogue.CATALOGUE.eventClasses())
                .isEqualTo(leaves(ApprovalServiceEvent.class).collect(Collectors.toSet()))
                .isNotEqualTo(Set.of());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventGoldenTest::leaves)
                : Stream.of(type);
    }

    private static StoredEvent stored(Path golden, String payload) {
        var file = NAME.matcher(golden.getFileName().toString());
        assertThat(file.matches()).as("%s", golden.getFileName()).isTrue();
        return new StoredEvent(
                1,
                "00000000-0000-0000-0000-000000000001",
                "any",
                "any",
                0,
                Instant.EPOCH,
                file.group(1),
                Integer.parseInt(file.group(2)),
                payload,
                "{}",
                "",
                "");
    }
}
