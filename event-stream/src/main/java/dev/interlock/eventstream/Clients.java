package dev.interlock.eventstream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kafka clients tuned for one aim: an event is at its consumers within milliseconds, and an outage
 * is noticed within seconds.
 */
final class Clients {

    /** Room for a decision with very many findings. */
    static final int LARGEST_RECORD_BYTES = 8 * 1024 * 1024;

    static final int DELIVERY_TIMEOUT_MILLIS = 8_000;
    static final int REQUEST_TIMEOUT_MILLIS = 4_000;

    /**
     * For a call with all its repetitions. A starved broker answers late: giving up early would
     * only add the work of a new client to its load.
     */
    static final int CALL_TIMEOUT_MILLIS = 15_000;

    private Clients() {}

    static Admin admin(KafkaSettings settings) {
        return Admin.create(
                with(
                        settings,
                        Map.of(
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                REQUEST_TIMEOUT_MILLIS,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                CALL_TIMEOUT_MILLIS)));
    }

    static KafkaProducer<String, byte[]> producer(KafkaSettings settings) {
        return new KafkaProducer<>(
                with(
                        settings,
                        Map.of(
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                REQUEST_TIMEOUT_MILLIS,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                DELIVERY_TIMEOUT_MILLIS,
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                REQUEST_TIMEOUT_MILLIS,
                                ProducerConfig.BUFFER_MEMORY_CONFIG,
                                4L * LARGEST_RECORD_BYTES,
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                LARGEST_RECORD_BYTES)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static KafkaConsumer<String, byte[]> consumer(KafkaSettings settings) {
        return new KafkaConsumer<>(
                with(
                        settings,
                        Map.of(
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false,
                                // a topic that lost its data is read from its new beginning
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                                1,
                                ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                REQUEST_TIMEOUT_MILLIS,
                                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                CALL_TIMEOUT_MILLIS)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Map<String, Object> with(KafkaSettings settings, Map<String, Object> own) {
        var all = new HashMap<String, Object>(own);
        all.put("bootstrap.servers", settings.servers());
        all.put("reconnect.backoff.ms", 50);
        all.put("reconnect.backoff.max.ms", 1_000);
        all.put("enable.metrics.push", false);
        all.putAll(settings.client());
        return all;
    }
}
