package dev.interlock.standalone;

import dev.interlock.infrastructure.DatabaseAccess;
import dev.interlock.infrastructure.Databases;
import dev.interlock.infrastructure.PostgresServer;
import dev.interlock.infrastructure.PostgresSettings;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL with a schema and a role per service. */
final class PostgresComponent implements Component {
    private final PostgresSettings settings;
    private final Secrets secrets;
    private final RunFiles runFiles;
    private volatile @Nullable PostgresServer server;
    private volatile Map<String, DatabaseAccess> databases = Map.of();

    PostgresComponent(PostgresSettings settings, Secrets secrets, RunFiles runFiles) {
        this.settings = settings;
        this.secrets = secrets;
        this.runFiles = runFiles;
    }

    @Override
    public Part part() {
        return Part.POSTGRESQL;
    }

    @Override
    public synchronized void start() {
        var started = PostgresServer.start(settings);
        server = started;
        // For tools alone: it is known by the file it keeps itself.
        started.pid().ifPresent(pid -> runFiles.record(part(), pid, ""));
        databases =
                Databases.create(started.administrator(), "interlock", secrets.databasePasswords());
    }

    /** By schema, once started. */
    Map<String, DatabaseAccess> databases() {
        return databases;
    }

    /** Waits for a start on the way: a server nobody stops would stay. */
    @Override
    public synchronized void stop() {
        if (server instanceof PostgresServer running) {
            running.stop();
        }
    }

    @Override
    public OptionalLong pid() {
        return server instanceof PostgresServer running ? running.pid() : OptionalLong.empty();
    }

    @Override
    public boolean isAlive() {
        return pid().isPresent();
    }
}
