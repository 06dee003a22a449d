package dev.interlock.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeCodecTest {

    private static final EventEnvelope FULL =
            new EventEnvelope(
                    Sources.DR,
                    142,
                    141,
                    "e-142",
                    "dr.activated",
                    1,
                    "DR-7",
                    Instant.parse("2026-03-04T05:06:07.123456Z"),
                    "c-1",
                    "e-141",
                    "user",
                    "usr_1",
                    "human",
                    "api",
                    "usr_2",
                    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                    "ab".repeat(32),
                    "{\"dr\":\"DR-7\",\"revision\":1,\"content_hash\":\"é\"}");

    private static final EventEnvelope MINIMAL = Envelopes.product("h", 1);

    private final EnvelopeCodec codec = new EnvelopeCodec();

    @Test
    void aRecordIsACloudEventInBinaryMode() {
        var record = codec.toRecord(FULL);
        var headers = new LinkedHashMap<String, String>();
        record.headers()
                .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));

        assertThat(record.topic()).isEqualTo("interlock.dr.v1");
        assertThat(record.key()).isEqualTo("DR-7");
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo(FULL.data());
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("ce_specversion", "1.0"),
                                Map.entry("ce_id", "e-142"),
                                Map.entry("ce_source", "dr"),
                                Map.entry("ce_type", "dr.activated"),
                                Map.entry("ce_subject", "DR-7"),
                                Map.entry("ce_time", "2026-03-04T05:06:07.123456Z"),
                                Map.entry(
                                        "ce_dataschema",
                                        "https://interlock.dev/schemas/dr.activated.v1.json"),
                                Map.entry("ce_partitionkey", "DR-7"),
                                Map.entry("ce_sequence", "00000000000000000142"),
                                Map.entry("ce_previous", "00000000000000000141"),
                                Map.entry("ce_chainhash", "ab".repeat(32)),
                                Map.entry("ce_authtype", "user"),
                                Map.entry("ce_authid", "usr_1"),
                                Map.entry("ce_actorkind", "human"),
                                Map.entry("ce_channel", "api"),
                                Map.entry("ce_onbehalfof", "usr_2"),
                                Map.entry("ce_correlationid", "c-1"),
                                Map.entry("ce_causationid", "e-141"),
                                Map.entry(
                                        "ce_traceparent",
                                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                                Map.entry("content-type", "application/json")));
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        for (EventEnvelope event : Arrays.asList(FULL, MINIMAL)) {
            assertThat(codec.fromRecord(received(codec.toRecord(event)))).isEqualTo(event);
        }
    }

    @Test
    void optionalAttributesAreLeftOut() {
        assertThat(codec.toRecord(MINIMAL).headers().toArray())
                .extracting(h -> h.key())
                .doesNotContain(
                        "ce_onbehalfof", "ce_correlationid", "ce_causationid", "ce_traceparent");
    }

    @Test
    void aRecordThatIsNotOursIsRefused() {
        for (String missing : Arrays.asList("ce_id", "ce_sequence", "ce_dataschema", "ce_time")) {
            var record = codec.toRecord(FULL);
            record.headers().remove(missing);
            assertThatThrownBy(() -> codec.fromRecord(received(record)))
                    .isInstanceOf(UndecodableEventException.class)
                    .hasMessageContaining(missing);
        }
        for (String broken : Arrays.asList("ce_sequence", "ce_dataschema", "ce_time")) {
            var record = codec.toRecord(FULL);
            record.headers().remove(broken).add(broken, new byte[] {(byte) 0xff, 0});
            assertThatThrownBy(() -> codec.fromRecord(received(record)))
                    .isInstanceOf(UndecodableEventException.class);
        }
        var alien = new ProducerRecord<String, byte[]>(Topic.NAME, "key", null);
        assertThatThrownBy(() -> codec.fromRecord(received(alien)))
                .isInstanceOf(UndecodableEventException.class);
    }

    @Test
    void aLineEmbedsThePayloadAsAnObject() {
        var lines = new EnvelopeLines();
        assertThat(lines.write(FULL)).contains("\"data\":{\"dr\":\"DR-7\"").doesNotContain("\n");
        assertThat(lines.read(lines.write(FULL))).isEqualTo(FULL);
        assertThat(lines.read(lines.write(MINIMAL))).isEqualTo(MINIMAL);
        assertThat(lines.read(lines.write(Envelopes.garbled(MINIMAL))))
                .isEqualTo(Envelopes.garbled(MINIMAL));
        assertThatThrownBy(() -> lines.read("{\"source\":\"dr\"}"))
                .isInstanceOf(UndecodableEventException.class);
        assertThatThrownBy(() -> lines.read("[]")).isInstanceOf(UndecodableEventException.class);
        assertThatThrownBy(() -> lines.read("<html>"))
                .isInstanceOf(UndecodableEventException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[{\"b\":\"}]\\\"\"},[]],\"c\":{\"d\":1.5e3}}",
                "{\"name\":\"Zoë 🚀 \\u00e9\"}",
                "{ \"spread\" :\t{ \"out\" : [ 1 , 2 ] } }",
                "[1,[2]]",
                "17",
                "-0.5",
                "true",
                "null",
            })
    void aPayloadIsReadAsItStandsInTheLine(String data) {
        var lines = new EnvelopeLines();
        var line = lines.write(MINIMAL);
        int at = line.indexOf("\"data\":");
        var before = line.substring(0, at) + "\"data\":";
        for (var end : List.of("}", " }", ",\"later\":{\"x\":[1]}}")) {
            assertThat(lines.read(before + data + end).data()).isEqualTo(data);
            assertThat(lines.read(before + " " + data + end).data()).isEqualTo(data);
        }
        for (var end : List.of("", "}}", "} {}", "]")) {
            assertThatThrownBy(() -> lines.read(before + data + end))
                    .isInstanceOf(UndecodableEventException.class);
        }
    }

    @Test
    void aPayloadThatIsLongerThanAnyBufferIsReadWhole() {
        var data = "{\"many\":[" + "\"Zoë}{\",".repeat(50_000) + "1]}";
        var lines = new EnvelopeLines();
        var line = lines.write(Envelopes.garbled(MINIMAL));
        var before = line.substring(0, line.indexOf("\"data\":")) + "\"data\":";
        assertThat(lines.read(before + data + "}").data()).isEqualTo(data);
    }

    static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0L,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}
