package dev.interlock.dr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What is there already when a newer build comes: rows as the first build wrote them. */
class MigrationIT {

    private static final String FIRST_BUILD = "100";

    @Test
    void requestsFromBeforeAreFoundByWhatTheyAreLookedForSince() throws SQLException {
        var database = TestInfrastructure.freshDatabase("dr");
        var flyway =
                Flyway.configure()
                        .dataSource(database.url(), database.user(), database.password())
                        .locations(
                                "classpath:db/event-store",
                                "classpath:db/event-stream",
                                "classpath:db/dr")
                        .outOfOrder(true);
        migrate(flyway.target(FIRST_BUILD));
        try (var db =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            environment(db);
            request(db, "DR-1", 1, "dr.drafted", "", "one");
            request(db, "DR-2", 2, "dr.drafted", ",\"description\":\"first\"", "two");
            event(
                    db,
                    "DR-2",
                    3,
                    1,
                    "dr.edited",
                    """
                    ,"description":"The ÄPFEL release","notes":{"release_notes":"faster","labels":{"team":"shop"},
                     "request_expires_at":"2026-01-01T00:00:00Z"}""");

            migrate(flyway.target("latest"));

            assertThat(
                            ask(
                                    db,
                                    """
                                    SELECT id FROM deployment_request
                                    WHERE products @> '{shop}' AND labels @> '{"team":"shop"}'
                                      AND strpos(words, 'äpfel') > 0 AND strpos(words, 'faster') > 0
                                      AND request_expires_at = '2026-01-01T00:00:00Z' AND NOT answered
                                    """))
                    .containsExactly("DR-2");
            assertThat(
                            ask(
                                    db,
                                    """
                                    SELECT id FROM deployment_request
                                    WHERE labels = '{}' AND request_expires_at IS NULL
                                      AND description IS NULL AND strpos(words, 'one') > 0
                                    """))
                    .containsExactly("DR-1");
            assertThat(ask(db, "SELECT name FROM environment WHERE separation_of_duties IS NULL"))
                    .as("as is usual for its type")
                    .containsExactly("production");
        }
    }

    private static void migrate(FluentConfiguration flyway) {
        assertThat(flyway.load().migrate().success).isTrue();
    }

    private static void environment(Connection db) throws SQLException {
        run(
                db,
                "INSERT INTO environment VALUES"
                        + " ('production', 'env', 'production', 'enforce', 'UTC', '{}')");
    }

    private static void request(
            Connection db, String id, int position, String name, String more, String title)
            throws SQLException {
        event(db, id, position, 0, name, more);
        run(
                db,
                """
                INSERT INTO deployment_request (id, position, title, state, revision, content_hash, author,
                    items, environments, created_at, updated_at)
                VALUES ('%s', %d, '%s', 'in_progress', 1, 'aa', 'usr_a', 1, '{production}', now(), now())
                """
                        .formatted(id, position, title));
    }

    private static void event(
            Connection db, String id, int position, int sequence, String name, String more)
            throws SQLException {
        var payload = "{\"contents\":{\"items\":[{\"product\":\"shop\"}]}%s}".formatted(more);
        run(
                db,
                """
                INSERT INTO event (position, id, entity_type, entity_id, sequence, time, name, version, payload,
                    metadata, previous_hash, hash)
                VALUES (%d, gen_random_uuid(), 'deployment_request', '%s', %d, now(), '%s', 1, '%s', '{}', '', '')
                """
                        .formatted(position, id, sequence, name, payload));
    }

    private static void run(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static List<String> ask(Connection db, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = db.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
