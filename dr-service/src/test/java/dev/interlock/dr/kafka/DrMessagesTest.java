package dev.interlock.dr.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.MessageCatalogue;
import dev.interlock.contracts.Sources;
import dev.interlock.dr.EventSamples;
import dev.interlock.eventstream.MessageJson;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrMessagesTest {

    private static final MessageJson JSON = new MessageJson();

    static Set<String> samples() {
        return EventSamples.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyEventIsToldUnderItsCatalogueName(String sample) {
        var named = DrMessages.of(EventSamples.get(sample));
        assertThat(JSON.read(envelope(named.type(), JSON.write(named.message()))))
                .isEqualTo(named.message());
    }

    @Test
    void everyMessageOfTheCatalogueIsSaid() {
        var said =
                EventSamples.all().values().stream()
                        .map(event -> DrMessages.of(event).message().getClass())
                        .collect(Collectors.toSet());
        var promised =
                MessageCatalogue.entries().stream()
                        .filter(entry -> entry.source().equals(Sources.DR))
                        .map(MessageCatalogue.Entry::message)
                        .collect(Collectors.toSet());
        assertThat(said).isEqualTo(promised);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void namesAndAddressesOfPeopleStayHere(String sample) {
        var text = JSON.write(DrMessages.of(EventSamples.get(sample)).message());
        assertThat(text).doesNotContain("ann@example.org").doesNotContain("Ann\"");
    }

    private static EventEnvelope envelope(String type, String data) {
        return new EventEnvelope(
                Sources.DR,
                1,
                0,
                "id",
                type,
                1,
                "subject",
                Instant.EPOCH,
                null,
                null,
                "user",
                "usr_ann",
                "human",
                "api",
                null,
                null,
                "0".repeat(64),
                data);
    }
}
