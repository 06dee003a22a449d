package dev.interlock.eventstream;

import dev.interlock.infrastructure.KafkaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A broker of one test's own, to be stopped, restarted and emptied. */
final class Broker implements AutoCloseable {

    private KafkaServer server = KafkaServer.start(folder(), 0);

    KafkaSettings settings() {
        return KafkaSettings.of(server.servers());
    }

    Topic topic() {
        return new Topic(server.servers());
    }

    void stop() {
        server.stop();
    }

    void restart() {
        server.restart();
    }

    /** Starts again at the same address with an empty data folder. */
    void restartEmpty() {
        server = KafkaServer.start(folder(), server.port());
    }

    @Override
    public void close() {
        server.close();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("interlock-broker-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
