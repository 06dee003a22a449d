package dev.interlock.standalone;

import dev.interlock.infrastructure.KafkaServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** The embedded Kafka as a process of its own, so that it can be killed. */
public final class KafkaProcess {
    private KafkaProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var kafka =
                KafkaServer.start(
                        Path.of(Objects.requireNonNull(System.getenv("INTERLOCK_KAFKA_FOLDER"))),
                        Integer.parseInt(
                                Objects.requireNonNull(System.getenv("INTERLOCK_KAFKA_PORT"))));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::stop, "stop-kafka"));
        new CountDownLatch(1).await();
    }

    static Map<String, String> environment(Path folder, int port) {
        return Map.of(
                "INTERLOCK_KAFKA_FOLDER",
                folder.toString(),
                "INTERLOCK_KAFKA_PORT",
                Integer.toString(port));
    }
}
