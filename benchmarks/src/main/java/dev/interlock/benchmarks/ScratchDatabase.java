package dev.interlock.benchmarks;

import dev.interlock.infrastructure.DatabaseAccess;
import dev.interlock.infrastructure.Databases;
import dev.interlock.infrastructure.Folders;
import dev.interlock.infrastructure.PostgresServer;
import dev.interlock.infrastructure.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** An empty database on a PostgreSQL of its own, which waits for the disk; gone when closed. */
public final class ScratchDatabase implements AutoCloseable {

    private final Path folder;
    private final PostgresServer server;
    private final DatabaseAccess access;

    public ScratchDatabase() throws IOException {
        folder = Files.createTempDirectory("interlock-bench-");
        server =
                PostgresServer.start(
                        new PostgresSettings(
                                folder.resolve("postgresql"), 0, UUID.randomUUID().toString()));
        access =
                Objects.requireNonNull(
                        Databases.create(server.administrator(), "bench", Map.of("bench", "bench"))
                                .get("bench"));
    }

    public DatabaseAccess access() {
        return access;
    }

    /** A place for what else is needed, removed with it. */
    public Path folder(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        server.close();
        Folders.delete(folder);
    }
}
