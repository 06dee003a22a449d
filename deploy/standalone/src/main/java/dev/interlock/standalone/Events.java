package dev.interlock.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.interlock.contracts.Sources;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code ./interlock events [SOURCE…]}: prints what is on the topics, from the first record to the
 * newest, with all headers, as any consumer gets it.
 */
final class Events {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** As {@code ./interlock} itself ends then, by sysexits.h. */
    private static final int WRONG_USAGE = 64;

    private static final PrintStream OUT =
            new PrintStream(
                    new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);

    private Events() {}

    public static void main(String[] arguments) {
        // Standard output is for events alone; what is wrong is thrown.
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .setLevel(Level.OFF);
        List<String> sources = arguments.length == 0 ? Sources.ALL : Arrays.asList(arguments);
        for (String source : sources) {
            if (!Sources.ALL.contains(source)) {
                end(
                        WRONG_USAGE,
                        "source: "
                                + source
                                + " (expected: one of "
                                + String.join(", ", Sources.ALL)
                                + ")");
            }
        }
        try (var consumer =
                new KafkaConsumer<>(
                        settings(), new StringDeserializer(), new StringDeserializer())) {
            for (String source : sources) {
                print(consumer, new TopicPartition(Sources.topic(source), 0));
                OUT.flush();
            }
        } catch (KafkaException e) {
            end(1, "Kafka does not answer: " + e.getMessage() + "; is ./interlock up running?");
        }
    }

    private static Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                servers(),
                "default.api.timeout.ms",
                (int) LIMIT.toMillis(),
                "auto.offset.reset",
                "earliest",
                "allow.auto.create.topics",
                false);
    }

    private static String servers() {
        String external = System.getenv("INTERLOCK_KAFKA_SERVERS");
        if (external != null && !external.isBlank()) {
            return external;
        }
        String data = System.getenv().getOrDefault("INTERLOCK_DATA", "data");
        Path ports =
                Path.of(System.getProperty("interlock.home", ""))
                        .resolve(data)
                        .resolve("run/ports.properties");
        var chosen = new Properties();
        try (var content = Files.newBufferedReader(ports)) {
            chosen.load(content);
        } catch (IOException e) {
            end(
                    1,
                    "nothing runs on "
                            + data
                            + "; start it with ./interlock up, or set INTERLOCK_DATA");
        }
        return "127.0.0.1:" + chosen.getProperty("kafka");
    }

    private static void print(KafkaConsumer<String, String> consumer, TopicPartition topic) {
        consumer.assign(List.of(topic));
        consumer.seekToBeginning(List.of(topic));
        long end = consumer.endOffsets(List.of(topic)).getOrDefault(topic, 0L);
        while (consumer.position(topic) < end) {
            consumer.poll(Duration.ofMillis(500)).forEach(Events::print);
        }
    }

    private static void print(ConsumerRecord<String, String> event) {
        String headers =
                StreamSupport.stream(event.headers().spliterator(), false)
                        .map(Events::said)
                        .collect(Collectors.joining(","));
        OUT.println(headers + "\t" + event.key() + "\t" + event.value());
    }

    private static String said(Header header) {
        return header.key() + ":" + new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void end(int status, String why) {
        System.err.println("interlock: " + why);
        System.exit(status);
    }
}
