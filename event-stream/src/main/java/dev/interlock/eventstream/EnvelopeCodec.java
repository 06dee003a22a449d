package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Heartbeat;
import dev.interlock.contracts.Sources;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Envelopes as Kafka records (CloudEvents 1.0 binary mode), and back. */
public final class EnvelopeCodec {

    private static final Pattern DATA_SCHEMA =
            Pattern.compile("https://interlock\\.dev/schemas/(.+)\\.v([1-9][0-9]{0,3})\\.json");

    private final JsonMapper mapper = ContractJson.mapper();

    public ProducerRecord<String, byte[]> toRecord(EventEnvelope event) {
        var record =
                new ProducerRecord<>(
                        Sources.topic(event.source()),
                        null,
                        event.time().toEpochMilli(),
                        event.subject(),
                        event.data().getBytes(StandardCharsets.UTF_8));
        Headers headers = record.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.id());
        put(headers, "ce_source", event.source());
        put(headers, "ce_type", event.type());
        put(headers, "ce_subject", event.subject());
        put(headers, "ce_time", event.time().toString());
        put(
                headers,
                "ce_dataschema",
                "https://interlock.dev/schemas/" + event.type() + ".v" + event.version() + ".json");
        put(headers, "ce_partitionkey", event.subject());
        put(headers, "ce_sequence", padded(event.position()));
        put(headers, "ce_previous", padded(event.previousPosition()));
        put(headers, "ce_chainhash", event.chainHash());
        put(headers, "ce_authtype", event.authType());
        put(headers, "ce_authid", event.authId());
        put(headers, "ce_actorkind", event.actorKind());
        put(headers, "ce_channel", event.channel());
        put(headers, "ce_onbehalfof", event.onBehalfOf());
        put(headers, "ce_correlationid", event.correlationId());
        put(headers, "ce_causationid", event.causationId());
        put(headers, "ce_traceparent", event.traceparent());
        put(headers, "content-type", "application/json");
        return record;
    }

    /**
     * The envelope of a record, its payload unread.
     *
     * @throws UndecodableEventException when it is not one of ours
     */
    public EventEnvelope fromRecord(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        var schema = DATA_SCHEMA.matcher(required(headers, "ce_dataschema"));
        String type = required(headers, "ce_type");
        if (!schema.matches() || !schema.group(1).equals(type)) {
            throw new UndecodableEventException("ce_dataschema does not fit type " + type, null);
        }
        if (record.value() == null) {
            throw new UndecodableEventException("record without a value", null);
        }
        return new EventEnvelope(
                required(headers, "ce_source"),
                number(headers, "ce_sequence"),
                number(headers, "ce_previous"),
                required(headers, "ce_id"),
                type,
                Integer.parseInt(schema.group(2)),
                required(headers, "ce_subject"),
                time(headers),
                optional(headers, "ce_correlationid"),
                optional(headers, "ce_causationid"),
                required(headers, "ce_authtype"),
                required(headers, "ce_authid"),
                required(headers, "ce_actorkind"),
                required(headers, "ce_channel"),
                optional(headers, "ce_onbehalfof"),
                optional(headers, "ce_traceparent"),
                required(headers, "ce_chainhash"),
                new String(record.value(), StandardCharsets.UTF_8));
    }

    ProducerRecord<String, byte[]> toRecord(Heartbeat heartbeat) {
        return new ProducerRecord<>(
                Sources.HEARTBEAT_TOPIC, heartbeat.source(), mapper.writeValueAsBytes(heartbeat));
    }

    Heartbeat heartbeat(ConsumerRecord<String, byte[]> record) {
        try {
            return mapper.readValue(record.value(), Heartbeat.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UndecodableEventException("not a heartbeat", e);
        }
    }

    private static String padded(long position) {
        return String.format("%020d", position);
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static @Nullable String optional(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String required(Headers headers, String name) {
        String value = optional(headers, name);
        if (value == null) {
            throw new UndecodableEventException("header " + name + " is missing", null);
        }
        return value;
    }

    private static long number(Headers headers, String name) {
        try {
            return Long.parseLong(required(headers, name));
        } catch (NumberFormatException e) {
            throw new UndecodableEventException("header " + name + " is not a number", e);
        }
    }

    private static Instant time(Headers headers) {
        try {
            return Instant.parse(required(headers, "ce_time"));
        } catch (DateTimeException e) {
            throw new UndecodableEventException("header ce_time is not a time", e);
        }
    }
}
