package dev.interlock.infrastructure;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code initdb} and {@code pg_ctl}, run as the right account. */
final class PostgresPrograms {
    private static final long LIMIT_SECONDS = 120;

    private final PostgresAccount account;
    private final Path home;

    private PostgresPrograms(PostgresAccount account, Path home) {
        this.account = account;
        this.home = home;
    }

    static PostgresPrograms find() {
        return of(PostgresAccount.find());
    }

    static PostgresPrograms of(PostgresAccount account) {
        return new PostgresPrograms(account, PostgresBinaries.unpackedBelow(account.cache()));
    }

    /**
     * Creates the data folder below the server's folder. The builtin locale sorts the same on every
     * system.
     */
    void initialise(Path folder, Path data, Path passwordFile, boolean durable) {
        account.own(folder);
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--pgdata=" + data,
                                "--username=" + PostgresServer.SUPERUSER,
                                "--pwfile=" + passwordFile,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8"));
        if (!durable) {
            arguments.add("--no-sync");
        }
        run("initdb", arguments);
    }

    /** The server appends to it, whoever made its folder. */
    void ownLog(Path log) {
        try {
            if (!Files.exists(log)) {
                Files.createFile(
                        log,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new InfrastructureFailure("cannot write to " + log + ": " + e.getMessage(), e);
        }
        account.own(log);
    }

    /** {@code pg_ctl} on this data folder. */
    void control(Path data, String action, String... arguments) {
        var all = new ArrayList<>(List.of(action, "-s", "-D", data.toString()));
        all.addAll(List.of(arguments));
        run("pg_ctl", all);
    }

    private void run(String program, List<String> arguments) {
        var command = new ArrayList<>(List.of(home.resolve("bin").resolve(program).toString()));
        command.addAll(arguments);
        // A file, not a pipe: the server would inherit the pipe and keep it open.
        Path output = null;
        try {
            output = Files.createTempFile("interlock-" + program + "-", ".log");
            var process =
                    new ProcessBuilder(account.command(command))
                            .directory(new File("/"))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new InfrastructureFailure(
                        program + " did not end within " + LIMIT_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new InfrastructureFailure(
                        program
                                + " failed: "
                                + Files.readString(output, StandardCharsets.UTF_8)
                                        .strip()
                                        .replace('\n', ' '));
            }
        } catch (IOException e) {
            throw new InfrastructureFailure("cannot run " + program + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureFailure("interrupted while " + program + " ran", e);
        } finally {
            delete(output);
        }
    }

    private static void delete(@Nullable Path output) {
        try {
            if (output != null) {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            output.toFile().deleteOnExit();
        }
    }
}
