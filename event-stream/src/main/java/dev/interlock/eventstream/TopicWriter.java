package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Heartbeat;
import dev.interlock.contracts.Sources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a relay to its topic, good until the first failure: then it is thrown away and
 * the topic is asked again what it has.
 */
final class TopicWriter implements AutoCloseable {

    private static final long ACKNOWLEDGEMENT_LIMIT_MILLIS = 2L * Clients.DELIVERY_TIMEOUT_MILLIS;

    private final String topic;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;
    private final EnvelopeCodec codec;
    private final String topicId;
    private long lastOffset = -1;
    private volatile @Nullable Exception heartbeatFailure;

    TopicWriter(String source, KafkaSettings settings, EnvelopeCodec codec) {
        this.topic = Sources.topic(source);
        this.codec = codec;
        this.admin = Clients.admin(settings);
        try {
            Topics.ensure(admin, settings, List.of(source));
            this.topicId = Topics.id(admin, topic);
            this.producer = Clients.producer(settings);
        } catch (RuntimeException e) {
            admin.close(Duration.ZERO);
            throw e;
        }
    }

    String topicId() {
        return topicId;
    }

    /** Returns when all are acknowledged. */
    void publish(List<EventEnvelope> events) {
        var sent = new ArrayList<Future<RecordMetadata>>(events.size());
        for (EventEnvelope event : events) {
            Future<RecordMetadata> acknowledgement = producer.send(codec.toRecord(event));
            if (acknowledgement.isDone()) {
                // usually a failure, after a long wait for metadata: the next would wait as long
                await(acknowledgement);
            }
            sent.add(acknowledgement);
        }
        for (Future<RecordMetadata> acknowledgement : sent) {
            long offset = await(acknowledgement).offset();
            if (offset <= lastOffset) {
                throw replaced();
            }
            lastOffset = offset;
        }
    }

    /** Does not wait; a failure shows at the next call. */
    void say(Heartbeat heartbeat) {
        Exception failure = heartbeatFailure;
        if (failure != null) {
            throw new KafkaException("heartbeat could not be sent", failure);
        }
        producer.send(
                codec.toRecord(heartbeat),
                (metadata, e) -> {
                    if (e != null) {
                        heartbeatFailure = e;
                    }
                });
    }

    /** Throws when the topic is no longer the one that this writer knows. */
    void check() {
        if (!Topics.id(admin, topic).equals(topicId)) {
            throw replaced();
        }
    }

    private KafkaException replaced() {
        return new KafkaException(topic + " was replaced by another topic of the same name");
    }

    private static RecordMetadata await(Future<RecordMetadata> acknowledgement) {
        try {
            return acknowledgement.get(ACKNOWLEDGEMENT_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException("record was not acknowledged", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("record was not acknowledged in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    @Override
    public void close() {
        // what is not acknowledged yet must not trickle in after the next writer has read the tail
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }
}
