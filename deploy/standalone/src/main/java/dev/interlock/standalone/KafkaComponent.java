package dev.interlock.standalone;

import dev.interlock.infrastructure.KafkaServer;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The embedded Kafka inside this JVM. */
final class KafkaComponent implements Component {
    private final Path folder;
    private final int port;
    private volatile @Nullable KafkaServer server;

    KafkaComponent(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    @Override
    public void start() {
        server = KafkaServer.start(folder, port);
    }

    @Override
    public void stop() {
        if (server instanceof KafkaServer running) {
            running.stop();
        }
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.empty();
    }

    @Override
    public boolean isAlive() {
        return server != null;
    }
}
