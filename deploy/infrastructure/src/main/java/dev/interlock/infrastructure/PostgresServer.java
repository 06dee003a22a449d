package dev.interlock.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * One PostgreSQL on 127.0.0.1. It is a process of its own session: a Ctrl-C meant for the launcher
 * does not reach it, and it outlives a launcher that was killed; the next {@link #start} on the
 * same folder adopts it.
 */
public final class PostgresServer implements AutoCloseable {
    public static final String SUPERUSER = "postgres";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration LEFTOVERS_LIMIT = Duration.ofSeconds(15);

    private final PostgresSettings settings;
    private final PostgresPrograms programs;
    private final int port;

    private PostgresServer(PostgresSettings settings, PostgresPrograms programs, int port) {
        this.settings = settings;
        this.programs = programs;
        this.port = port;
    }

    /** Starts the server, or adopts the one that already runs on this folder and port. */
    public static PostgresServer start(PostgresSettings settings) {
        return start(settings, PostgresPrograms.find());
    }

    static PostgresServer start(PostgresSettings settings, PostgresPrograms programs) {
        var data = settings.folder().resolve("data");
        var running = PostmasterFile.in(data).filter(PostmasterFile::isAlive);
        if (running.isPresent()) {
            var port = running.get().port();
            var left = new PostgresServer(settings, programs, port);
            if (left.answersBeforeItEnds()) {
                if (settings.port() == 0 || settings.port() == port) {
                    return left;
                }
                left.stop();
            }
        }
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(settings, programs, data);
        }
        var server = new PostgresServer(settings, programs, Ports.orFree(settings.port()));
        server.launch();
        return server;
    }

    /** Whether a server runs on this folder already, left behind by a launcher that was killed. */
    public static boolean runsOn(PostgresSettings settings) {
        return PostmasterFile.in(settings.folder().resolve("data"))
                .filter(PostmasterFile::isAlive)
                .isPresent();
    }

    /** Starts the same server again, on the same port, after it was stopped or died. */
    public void restart() {
        if (!isRunning()) {
            launch();
        }
    }

    public int port() {
        return port;
    }

    /** The superuser, who may create databases and roles. */
    public PostgresAdministrator administrator() {
        return new PostgresAdministrator(
                "jdbc:postgresql://127.0.0.1:" + port + "/", SUPERUSER, settings.password());
    }

    /** The process id of the postmaster, as long as it runs. */
    public OptionalLong pid() {
        return PostmasterFile.in(data()).filter(PostmasterFile::isAlive).stream()
                .mapToLong(PostmasterFile::pid)
                .findFirst();
    }

    public boolean isRunning() {
        return pid().isPresent();
    }

    /** Ends every session, writes a checkpoint and stops. */
    public void stop() {
        if (isRunning()) {
            programs.control(data(), "stop", "-m", "fast", "-w", "-t", "30");
        }
    }

    /** Stops at once, as a crash would; the next start recovers from the log of writes. */
    public void stopImmediately() {
        if (isRunning()) {
            programs.control(data(), "stop", "-m", "immediate", "-w", "-t", "30");
        }
    }

    @Override
    public void close() {
        stop();
    }

    private Path data() {
        return settings.folder().resolve("data");
    }

    private void launch() {
        if (!Ports.isFree(port)) {
            throw new InfrastructureFailure(
                    "port " + port + " is in use, PostgreSQL cannot listen on it");
        }
        PostmasterFile.in(data()).ifPresent(PostmasterFile::disownIfDead);
        programs.ownLog(settings.log());
        var giveUp = System.nanoTime() + LEFTOVERS_LIMIT.toNanos();
        while (true) {
            try {
                programs.control(
                        data(),
                        "start",
                        "-w",
                        "-t",
                        Long.toString(START_LIMIT.toSeconds()),
                        "-l",
                        settings.log().toString(),
                        "-o",
                        options());
                return;
            } catch (InfrastructureFailure e) {
                // Sessions of a killed postmaster hold its shared memory until they notice.
                if (System.nanoTime() > giveUp || !lastWords().contains("still in use")) {
                    throw new InfrastructureFailure(
                            "PostgreSQL did not start, see " + settings.log() + ": " + lastWords(),
                            e);
                }
                pause();
            }
        }
    }

    private String options() {
        var commit = settings.durable() ? "on" : "off";
        return String.join(
                " ",
                "-c port=" + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=",
                "-c max_connections=300",
                "-c fsync=" + commit,
                "-c synchronous_commit=" + commit,
                "-c full_page_writes=" + commit,
                "-c log_timezone=UTC",
                "-c timezone=UTC");
    }

    private static void initialise(
            PostgresSettings settings, PostgresPrograms programs, Path data) {
        Folders.create(settings.folder());
        Folders.delete(data);
        var password = settings.folder().resolve("initial-password");
        try {
            Files.deleteIfExists(password);
            Files.createFile(
                    password,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, settings.password() + "\n");
            programs.initialise(settings.folder(), data, password, settings.durable());
        } catch (IOException e) {
            throw new InfrastructureFailure(
                    "cannot write to " + settings.folder() + ": " + e.getMessage(), e);
        } finally {
            deleteQuietly(password);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new InfrastructureFailure(
                    "cannot delete " + file + ", which holds a password: " + e.getMessage(), e);
        }
    }

    private boolean answers() {
        try (var connection = administrator().connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** One left behind may still be on its way up or down. */
    private boolean answersBeforeItEnds() {
        var giveUp = System.nanoTime() + START_LIMIT.toNanos();
        while (isRunning()) {
            if (answers()) {
                return true;
            }
            if (System.nanoTime() > giveUp) {
                throw new InfrastructureFailure(
                        "PostgreSQL runs on "
                                + data()
                                + " (pid "
                                + pid().orElse(0)
                                + ") but does not answer; stop it, and see "
                                + settings.log());
            }
            pause();
        }
        return false;
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(settings.log(), StandardCharsets.UTF_8);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "no log";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureFailure("interrupted while PostgreSQL started", e);
        }
    }
}
