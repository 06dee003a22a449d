package dev.interlock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.infrastructure.testing.TestInfrastructure;
import dev.interlock.rules.domain.DeclaredFreeze.Declared;
import dev.interlock.rules.domain.RuleContents;
import dev.interlock.rules.domain.facts.Scope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is there already when a newer build comes: rows as an older build wrote them. */
class MigrationIT {

    private static final String BEFORE_LABELS = "150";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void rulesAndFreezesFromBeforeThereWereLabelsAreReadAsTheyWere() throws SQLException {
        var database = TestInfrastructure.freshDatabase("rules");
        var flyway =
                Flyway.configure()
                        .dataSource(database.url(), database.user(), database.password())
                        .locations(
                                "classpath:db/event-store",
                                "classpath:db/event-stream",
                                "classpath:db/rules")
                        .outOfOrder(true);
        migrate(flyway.target(BEFORE_LABELS));
        try (var db =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            insert(
                    db,
                    "INSERT INTO rule_version (rule, version, contents) VALUES ('rul_1', 1, ?)",
                    """
                    {"name":"soak","mode":"enforce","kind":"soak","products":["api"],"environments":["live"],
                     "environmentTypes":[],"definition":"{\\"minimum\\":\\"P1D\\"}",
                     "terms":{"actionKinds":["deploy"],"actorKinds":[],"firstDeployment":"enforce",
                      "suspendedUntil":"2026-12-01T08:00:00.123456789Z","suspendedBecause":"why","overridable":null}}""");
            insert(
                    db,
                    "INSERT INTO declared_freeze (id, position, starts_at, contents)"
                            + " VALUES ('frz_1', 1, now(), ?)",
                    """
                    {"freeze":{"id":"frz_1","reason":"incident","incidentUrl":null,
                      "scope":{"products":["api"],"environments":[],"environmentTypes":["production"]},
                      "startsAt":"2026-11-20T10:00:00Z","expiresAt":null,"thawedAt":null},
                     "activatedAt":"2026-11-20T10:00:00Z","activatedBy":"usr_a","extensions":[],"thaw":null}""");

            migrate(flyway.target("latest"));

            var rule =
                    JSON.readValue(
                            one(db, "SELECT contents FROM rule_version"), RuleContents.class);
            assertThat(rule.scope())
                    .isEqualTo(new Scope(List.of("api"), List.of(), List.of("live"), List.of()));
            assertThat(rule.name()).isEqualTo("soak");
            assertThat(rule.definition()).isEqualTo("{\"minimum\":\"P1D\"}");
            assertThat(rule.terms().actionKinds()).containsExactly("deploy");
            assertThat(rule.terms().suspendedUntil())
                    .isEqualTo(Instant.parse("2026-12-01T08:00:00.123456789Z"));
            var freeze =
                    JSON.readValue(one(db, "SELECT contents FROM declared_freeze"), Declared.class)
                            .freeze();
            assertThat(freeze.scope())
                    .isEqualTo(
                            new Scope(List.of("api"), List.of(), List.of(), List.of("production")));
            assertThat(freeze.startsAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        }
    }

    private static void migrate(FluentConfiguration flyway) {
        assertThat(flyway.load().migrate().success).isTrue();
    }

    private static void insert(Connection db, String sql, String contents) throws SQLException {
        try (var statement = db.prepareStatement(sql)) {
            statement.setString(1, contents);
            statement.executeUpdate();
        }
    }

    private static String one(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
