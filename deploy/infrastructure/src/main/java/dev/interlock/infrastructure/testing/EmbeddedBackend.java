package dev.interlock.infrastructure.testing;

import dev.interlock.infrastructure.Folders;
import dev.interlock.infrastructure.KafkaServer;
import dev.interlock.infrastructure.PostgresAdministrator;
import dev.interlock.infrastructure.PostgresServer;
import dev.interlock.infrastructure.PostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Servers from jars, in a temporary folder that goes when the JVM ends. */
final class EmbeddedBackend implements Backend {
    private final String password = UUID.randomUUID().toString();
    private @Nullable Path folder;
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaServer kafka;

    @Override
    public synchronized PostgresAdministrator postgres() {
        var server = postgres;
        if (server == null) {
            var home = folder().resolve("postgresql");
            // Tests need every guarantee but one: to survive a power cut.
            server =
                    PostgresServer.start(
                            new PostgresSettings(
                                    home, home.resolve("postgresql.log"), 0, password, false));
            postgres = server;
        }
        return server.administrator();
    }

    @Override
    public synchronized String kafkaServers() {
        var server = kafka;
        if (server == null) {
            server = KafkaServer.start(folder().resolve("kafka"), 0);
            kafka = server;
        }
        return server.servers();
    }

    private Path folder() {
        var existing = folder;
        if (existing != null) {
            return existing;
        }
        try {
            var created = Files.createTempDirectory("interlock-test-");
            folder = created;
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> stop(created), "stop-test-servers"));
            return created;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without locks: a test thread may still wait inside one when the JVM ends. */
    private void stop(Path created) {
        var database = postgres;
        if (database != null) {
            database.stopImmediately();
        }
        var broker = kafka;
        if (broker != null) {
            broker.stop();
        }
        Folders.delete(created);
    }
}
