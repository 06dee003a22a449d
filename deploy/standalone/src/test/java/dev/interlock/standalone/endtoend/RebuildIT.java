package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.infrastructure.Folders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/**
 * Every event is on Kafka once and in order, and every view follows from the event stores alone.
 */
class RebuildIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> SOURCES = List.of("dr", "approval", "notification");

    @Test
    void viewsAndTopicsAreMadeAnewAlsoWhenKafkaHasLostItsData() {
        try (var installation = Installation.inOneJvm()) {
            var train = new MainJob(installation.admin());
            String dr = train.activated();
            train.approve(train.qa, dr, "qa", 1).expect(201);
            train.approve(train.security, dr, "security", 1).expect(201);
            var item = train.items.getFirst();
            train.report(item, "started", "run").expect(200);
            train.report(item, "completed", "run").expect(200);
            assertThat(train.check(train.items.getLast()).field("decision")).isEqualTo("allow");
            everyEventIsOnItsTopicOnce(installation);
            String before = rebuilt(installation);

            installation.stop();
            Folders.delete(installation.data().resolve("kafka"));
            installation.start();

            assertThat(rebuilt(installation)).isEqualTo(before);
            everyEventIsOnItsTopicOnce(installation);
            await().atMost(LIMIT)
                    .until(
                            () -> train.check(train.items.getLast()).at("/decision"),
                            "allow"::equals);
        }
    }

    /** Answers the state hash of the gate's facts. */
    private static String rebuilt(Installation installation) {
        var answer =
                await().atMost(LIMIT)
                        .until(
                                () -> installation.admin().post("/v1/projections/rebuild", ""),
                                reply -> reply.status() == 200);
        assertThat(answer.json().at("/same").asBoolean(false)).as(answer.body()).isTrue();
        assertThat(answer.json().at("/audit/same").asBoolean(false)).as(answer.body()).isTrue();
        assertThat(answer.field("state_hash_after")).isEqualTo(answer.field("state_hash_before"));
        return answer.field("state_hash_after");
    }

    private static void everyEventIsOnItsTopicOnce(Installation installation) {
        var audit = installation.admin().get("/v1/projections").expect(200).json().at("/audit");
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", "127.0.0.1:" + installation.port("kafka")),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            for (String source : SOURCES) {
                long newest = audit.at("/" + source + "/position").asLong(0);
                assertThat(newest).as("events of " + source).isPositive();
                var topic = new TopicPartition("interlock." + source + ".v1", 0);
                await().atMost(LIMIT)
                        .until(
                                () -> consumer.endOffsets(List.of(topic)).get(topic),
                                end -> end >= newest);
                assertThat(positions(consumer, topic))
                        .startsWith(LongStream.rangeClosed(1, newest).boxed().toArray(Long[]::new))
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static long end(KafkaConsumer<String, String> consumer, TopicPartition topic) {
        return consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
    }

    private static List<Long> positions(
            KafkaConsumer<String, String> consumer, TopicPartition topic) {
        consumer.assign(List.of(topic));
        consumer.seekToBeginning(List.of(topic));
        long end = end(consumer, topic);
        var positions = new ArrayList<Long>();
        await().atMost(LIMIT)
                .until(
                        () -> {
                            for (var event : consumer.poll(Duration.ofMillis(200))) {
                                var sequence = event.headers().lastHeader("ce_sequence").value();
                                positions.add(
                                        Long.parseLong(
                                                new String(sequence, StandardCharsets.US_ASCII)));
                            }
                            return consumer.position(topic) >= end;
                        });
        return positions;
    }
}
