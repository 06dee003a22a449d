package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.infrastructure.KafkaServer;
import dev.interlock.infrastructure.Ports;
import dev.interlock.infrastructure.PostgresServer;
import dev.interlock.infrastructure.PostgresSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a PostgreSQL and a Kafka run by someone else, with no more rights than the how-to asks for.
 */
class ExternalInfrastructureIT {

    @TempDir private static Path folder;

    private static PostgresServer postgres;
    private static KafkaServer kafka;

    @BeforeAll
    static void start() throws SQLException {
        kafka = KafkaServer.start(folder.resolve("kafka"), 0);
        postgres =
                PostgresServer.start(
                        new PostgresSettings(folder.resolve("postgresql"), 0, "superuser"));
        try (var connection = postgres.administrator().connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE interlock_owner LOGIN CREATEROLE PASSWORD 'given'");
            statement.execute("CREATE ROLE nobody_much LOGIN PASSWORD 'given'");
            statement.execute("CREATE DATABASE interlock OWNER interlock_owner");
        }
    }

    @AfterAll
    static void stop() {
        postgres.stop();
        kafka.stop();
    }

    private static Map<String, String> settings() {
        return Map.of(
                "INTERLOCK_DATABASE_URL",
                postgres.administrator().url("interlock"),
                "INTERLOCK_DATABASE_USER",
                "interlock_owner",
                "INTERLOCK_DATABASE_PASSWORD",
                "given",
                "INTERLOCK_KAFKA_SERVERS",
                kafka.servers());
    }

    private static Installation installationWith(String setting, String value) {
        var settings = new HashMap<>(settings());
        settings.put(setting, value);
        return Installation.with(settings);
    }

    @Test
    void theMainJobRunsAndItsDataOutlivesTheLauncherAndItsFolder() throws SQLException {
        try (var installation = Installation.with(settings()).start()) {
            assertThat(installation.data().resolve("postgresql")).doesNotExist();
            assertThat(installation.data().resolve("kafka")).doesNotExist();
            assertThat(usersOfSessions())
                    .contains(
                            "interlock_dr",
                            "interlock_approval",
                            "interlock_rules",
                            "interlock_notification")
                    .doesNotContain("interlock_owner");
            var train = new MainJob(installation.admin());
            String dr = train.activated();
            assertThat(train.check(train.items.getFirst()).at("/decision")).isEqualTo("block");
            train.approve(train.qa, dr, "qa", 1).expect(201);
            train.approve(train.security, dr, "security", 1).expect(201);
            for (var item : train.items) {
                train.report(item, "started", "run").expect(200);
                train.report(item, "completed", "run").expect(200);
            }
            assertThat(train.state(dr)).isEqualTo("completed");

            installation.stop();
            installation.start();

            assertThat(installation.output()).doesNotContain("Admin token");
            assertThat(train.state(dr)).isEqualTo("completed");
            train.check(train.items.getFirst()).expect(200);
            installation.stop();

            try (var elsewhere = Installation.with(settings()).start()) {
                assertThat(elsewhere.output())
                        .contains("The database has an administrator already")
                        .contains("Authorization: Bearer YOUR_TOKEN")
                        .doesNotContain("Admin token");
                var token = installation.adminToken();
                assertThat(elsewhere.client(token).get("/v1/whoami").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void whatCannotBeUsedIsNamedInOneLine() {
        var url = "jdbc:postgresql://127.0.0.1:" + Ports.free() + "/interlock";
        assertRefused("INTERLOCK_DATABASE_PASSWORD", "wrong", "password authentication failed");
        assertRefused("INTERLOCK_DATABASE_URL", url, "refused");
        assertRefused("INTERLOCK_DATABASE_USER", "nobody_much", "it needs CREATEROLE");
        var closed = "127.0.0.1:" + Ports.free();
        assertRefused("INTERLOCK_KAFKA_SERVERS", closed, "no broker answers");
        assertRefused("INTERLOCK_KAFKA_SERVERS", "no.such.host.invalid:1", "no.such.host.invalid");
    }

    private static void assertRefused(String setting, String value, String reason) {
        try (var installation = installationWith(setting, value)) {
            var said = installation.refusal();
            assertThat(said.lines().filter(line -> line.startsWith("interlock: ")))
                    .as(said)
                    .singleElement()
                    .asString()
                    .contains(
                            setting.equals("INTERLOCK_KAFKA_SERVERS")
                                    ? setting
                                    : "INTERLOCK_DATABASE_URL")
                    .contains(reason);
            assertThat(said).doesNotContain("Exception");
        }
    }

    private static List<String> usersOfSessions() throws SQLException {
        try (var connection = postgres.administrator().connect("interlock");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT DISTINCT usename FROM pg_stat_activity WHERE usename IS NOT NULL")) {
            var users = new ArrayList<String>();
            while (rows.next()) {
                users.add(rows.getString(1));
            }
            return users;
        }
    }
}
