package dev.interlock.eventstream;

import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh database with this module's tables. */
final class TestDatabase {

    private TestDatabase() {}

    static PGSimpleDataSource fresh() {
        var access = TestInfrastructure.freshDatabase();
        var database = new PGSimpleDataSource();
        database.setUrl(access.url());
        database.setUser(access.user());
        database.setPassword(access.password());
        try (var script =
                Relay.class.getResourceAsStream("/db/event-stream/V10__event_stream.sql")) {
            if (script == null) {
                throw new IllegalStateException("the migration is missing");
            }
            JdbcClient.create(database)
                    .sql(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return database;
    }
}
