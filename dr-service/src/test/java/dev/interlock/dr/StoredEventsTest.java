package dev.interlock.dr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.dr.events.DrEvent;
import dev.interlock.edge.EdgeJson;
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.eventstore.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was once stored must be understood for ever: a golden file is never edited. A new event or
 * version adds one.
 */
class StoredEventsTest {

    private static final Pattern FILE =
            Pattern.compile("(.+)\\.v(\\d+)(\\.(?:minimal|full-\\d+))?");
    private static final EventCatalogue CATALOGUE = DrEventCatalogue.create();

    static Set<String> samples() {
        return EventSamples.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatWasStoredIsUnderstood(String name) {
        assertThat(CATALOGUE.decode(stored(name))).isEqualTo(EventSamples.get(name));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsStoredNowLooksTheSame(String name) {
        var json = EdgeJson.lenient();
        assertThat(json.valueToTree(EventSamples.get(name)).toString())
                .isEqualTo(json.readTree(golden(name)).toString());
    }

    @Test
    void everyEventIsInTheCatalogueAndHasAGoldenFile() {
        var sealed = leaves(DrEvent.class).collect(Collectors.toSet());
        assertThat(CATALOGUE.eventClasses()).isEqualTo(sealed);
        assertThat(EventSamples.all().values().stream().map(Object::getClass))
                .containsAll(sealed.stream().map(c -> c.asSubclass(DrEvent.class)).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(StoredEventsTest::leaves)
                : Stream.of(type);
    }

    private static StoredEvent stored(String file) {
        var name = FILE.matcher(file);
        assertThat(name.matches()).isTrue();
        return new StoredEvent(
                1,
                "id",
                "type",
                "entity",
                0,
                Instant.EPOCH,
                name.group(1),
                Integer.parseInt(name.group(2)),
                golden(file),
                "{}",
                "",
                "");
    }

    private static String golden(String name) {
        try (var file =
                StoredEventsTest.class.getResourceAsStream("/golden/events/" + name + ".json")) {
            return new String(
                    Objects.requireNonNull(file, () -> "no golden file for " + name).readAllBytes(),
                    UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
