package dev.interlock.eventstream;

import dev.interlock.contracts.Sources;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics as they must be: one partition (a total order), kept for ever. */
final class Topics {

    private Topics() {}

    static void ensure(Admin admin, KafkaSettings settings, Collection<String> sources) {
        for (String source : sources) {
            create(admin, settings, Sources.topic(source), "-1");
        }
        // Only the newest heartbeats are ever read.
        create(admin, settings, Sources.HEARTBEAT_TOPIC, "3600000");
    }

    /** Kafka's own id of the topic: another one means another topic of the same name. */
    static String id(Admin admin, String topic) {
        return get(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                .map(t -> t.topicId().toString())
                .findFirst()
                .orElseThrow(() -> new KafkaException("no description of " + topic));
    }

    private static void create(
            Admin admin, KafkaSettings settings, String topic, String retentionMillis) {
        var wanted =
                new NewTopic(topic, 1, settings.replicationFactor())
                        .configs(
                                Map.of(
                                        "cleanup.policy",
                                        "delete",
                                        "retention.ms",
                                        retentionMillis,
                                        "retention.bytes",
                                        "-1",
                                        "max.message.bytes",
                                        String.valueOf(Clients.LARGEST_RECORD_BYTES)));
        try {
            get(admin.createTopics(List.of(wanted)).all());
        } catch (TopicExistsException e) {
            // as wanted
        }
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(2L * Clients.REQUEST_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }
}
