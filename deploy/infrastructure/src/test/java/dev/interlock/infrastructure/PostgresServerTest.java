package dev.interlock.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @Test
    void keepsDataThroughStopsAndCrashesAndIsAdoptedByTheNextStart(@TempDir Path folder)
            throws Exception {
        var settings = new PostgresSettings(folder.resolve("postgresql"), 0, "secret");
        var first = PostgresServer.start(settings);
        try {
            var access =
                    Objects.requireNonNull(
                            Databases.create(
                                            first.administrator(), "interlock", Map.of("dr", "one"))
                                    .get("dr"));
            execute(access, "CREATE TABLE kept (n int)");
            assertThat(single(access, "SHOW fsync")).isEqualTo("on");
            assertThat(single(access, "SHOW synchronous_commit")).isEqualTo("on");

            first.stop();
            assertThat(first.isRunning()).isFalse();
            first.restart();
            execute(access, "INSERT INTO kept VALUES (1)");

            first.stopImmediately();
            first.restart();
            assertThat(single(access, "SELECT count(*) FROM kept")).isEqualTo("1");

            var postmaster = ProcessHandle.of(first.pid().orElseThrow()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().get(10, TimeUnit.SECONDS);
            first.restart();
            assertThat(single(access, "SELECT count(*) FROM kept")).isEqualTo("1");

            var adopting = PostgresServer.start(settings);
            assertThat(adopting.pid()).isEqualTo(first.pid());
            assertThat(adopting.port()).isEqualTo(first.port());
        } finally {
            first.stop();
        }
    }

    @Test
    void aLivingProcessWithTheNumberOfADeadPostmasterIsNoObstacle(@TempDir Path folder)
            throws Exception {
        var settings = new PostgresSettings(folder.resolve("postgresql"), 0, "secret");
        var server = PostgresServer.start(settings);
        // Not an ancestor of the new one: those it knows to leave out.
        var other = new ProcessBuilder("sleep", "120").start();
        try {
            var postmaster = ProcessHandle.of(server.pid().orElseThrow()).orElseThrow();
            postmaster.destroyForcibly();
            postmaster.onExit().get(10, TimeUnit.SECONDS);
            var file = folder.resolve("postgresql/data/postmaster.pid");
            var changed = Files.readString(file).replaceFirst("[0-9]+", other.pid() + "");
            Files.writeString(file, changed);

            assertThat(server.isRunning()).isFalse();
            server = PostgresServer.start(settings);

            assertThat(server.isRunning()).isTrue();
        } finally {
            other.destroy();
            server.stop();
        }
    }

    @Test
    void aRoleReachesItsOwnSchemaOnly(@TempDir Path folder) throws Exception {
        try (var server =
                PostgresServer.start(
                        new PostgresSettings(folder.resolve("postgresql"), 0, "secret"))) {
            var access =
                    Databases.create(
                            server.administrator(),
                            "interlock",
                            Map.of("dr", "one", "approval", "two"));
            var dr = Objects.requireNonNull(access.get("dr"));
            var approval = Objects.requireNonNull(access.get("approval"));
            execute(dr, "CREATE TABLE mine (n int)");
            assertThat(single(dr, "SELECT current_schema()")).isEqualTo("dr");
            assertThatThrownBy(() -> execute(approval, "SELECT * FROM dr.mine"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> DriverManager.getConnection(dr.url(), dr.user(), "wrong"))
                    .hasMessageContaining("password authentication failed");

            var again =
                    Databases.create(server.administrator(), "interlock", Map.of("dr", "three"));
            assertThat(single(Objects.requireNonNull(again.get("dr")), "SELECT count(*) FROM mine"))
                    .isEqualTo("0");
        }
    }

    @Test
    void anOwnerWhoIsNoSuperuserPreparesADatabaseToo(@TempDir Path folder) throws Exception {
        var settings = new PostgresSettings(folder.resolve("postgresql"), 0, "secret");
        try (var server = PostgresServer.start(settings)) {
            var administrator = server.administrator();
            try (var connection = administrator.connect("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("CREATE ROLE owner LOGIN CREATEROLE PASSWORD 'owned'");
                statement.execute("CREATE DATABASE given OWNER owner");
            }
            for (var password : List.of("one", "two")) {
                try (var connection =
                        DriverManager.getConnection(administrator.url("given"), "owner", "owned")) {
                    var access =
                            Databases.prepare(
                                    connection, administrator.url("given"), Map.of("dr", password));
                    var dr = Objects.requireNonNull(access.get("dr"));
                    execute(dr, "CREATE TABLE IF NOT EXISTS mine (n int)");
                    assertThat(single(dr, "SELECT count(*) FROM dr.mine")).isEqualTo("0");
                }
            }
        }
    }

    @Test
    void aBusyPortIsNamed(@TempDir Path folder) throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings =
                    new PostgresSettings(
                            folder.resolve("postgresql"), busy.getLocalPort(), "secret");
            assertThatThrownBy(() -> PostgresServer.start(settings))
                    .isInstanceOf(InfrastructureFailure.class)
                    .hasMessageContaining("port " + busy.getLocalPort() + " is in use");
        }
    }

    @Test
    @EnabledIf("isRoot")
    void rootWithoutUserNamespacesBecomesAnUnprivilegedUser() throws Exception {
        // Below a folder that everyone may enter, as a data folder is.
        var folder = Files.createTempDirectory("interlock-unprivileged-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            var home = Files.createDirectory(folder.resolve("postgresql"));
            var settings =
                    new PostgresSettings(home, folder.resolve("postgresql.log"), 0, "secret", true);
            var programs = PostgresPrograms.of(PostgresAccount.unprivileged());
            try (var server = PostgresServer.start(settings, programs)) {
                assertThat(Files.getOwner(home.resolve("data")).getName()).isNotEqualTo("root");
                server.stop();
                server.restart();
                server.stopImmediately();
                server.restart();
                assertThat(server.isRunning()).isTrue();
            }
        } finally {
            Folders.delete(folder);
        }
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                access.url(), access.user(), access.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(DatabaseAccess access, String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                access.url(), access.user(), access.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
