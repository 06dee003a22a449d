package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Heartbeat;
import dev.interlock.contracts.Sources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** The topic of source {@code dr}, as any other client sees it. */
final class Topic implements AutoCloseable {

    static final String NAME = Sources.topic(Sources.DR);

    private final KafkaSettings settings;
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final KafkaProducer<String, byte[]> producer;

    Topic(String servers) {
        settings = KafkaSettings.of(servers);
        producer = Clients.producer(settings);
    }

    Topic create() {
        try (Admin admin = Clients.admin(settings)) {
            Topics.ensure(admin, settings, List.of(Sources.DR));
        }
        return this;
    }

    void append(EventEnvelope event) {
        append(codec.toRecord(event));
    }

    void say(Heartbeat heartbeat) {
        append(codec.toRecord(heartbeat));
    }

    void append(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** All readable events on the topic, from its beginning. */
    List<EventEnvelope> events() {
        var partition = new TopicPartition(NAME, 0);
        var found = new ArrayList<EventEnvelope>();
        try (var consumer = Clients.consumer(settings)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> found.add(codec.fromRecord(r)));
            }
        }
        return found;
    }

    List<String> ids() {
        return events().stream().map(EventEnvelope::id).toList();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
