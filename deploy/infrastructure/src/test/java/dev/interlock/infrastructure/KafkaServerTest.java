package dev.interlock.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
    @Test
    void keepsItsRecordsThroughAStopAndBeginsEmptyInANewFolder(@TempDir Path folder)
            throws Exception {
        var port = Ports.free();
        try (var kafka = KafkaServer.start(folder.resolve("first"), port)) {
            publish(kafka, "kept");
            kafka.stop();
            assertThat(Ports.isFree(port)).isTrue();
            kafka.restart();
            assertThat(firstRecord(kafka)).isEqualTo("kept");
        }
        try (var kafka = KafkaServer.start(folder.resolve("second"), port)) {
            publish(kafka, "new");
            assertThat(firstRecord(kafka)).isEqualTo("new");
        }
    }

    private static void publish(KafkaServer kafka, String value) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.servers()))) {
            admin.createTopics(List.of(new NewTopic("topic", 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.servers(), "acks", "all");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("topic", "key", value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static String firstRecord(KafkaServer kafka) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.servers());
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition("topic", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(30)).iterator().next().value();
        }
    }
}
