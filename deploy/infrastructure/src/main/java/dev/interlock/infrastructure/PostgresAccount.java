package dev.interlock.infrastructure;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The account that PostgreSQL's programs run as. PostgreSQL refuses to be root: then it runs in a
 * user namespace of its own ({@code unshare}), or, where the system forbids those, as an
 * unprivileged user ({@code setpriv}).
 */
final class PostgresAccount {
    private final List<String> prefix;
    private final @Nullable UserPrincipal owner;

    private PostgresAccount(List<String> prefix, @Nullable UserPrincipal owner) {
        this.prefix = List.copyOf(prefix);
        this.owner = owner;
    }

    static PostgresAccount find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new PostgresAccount(List.of(), null);
        }
        if (succeeds("unshare", "-U", "true")) {
            return new PostgresAccount(List.of("unshare", "-U"), null);
        }
        return unprivileged();
    }

    /** Runs as the user {@code postgres} where there is one, else as {@code nobody}. */
    static PostgresAccount unprivileged() {
        for (var user : List.of("postgres", "nobody")) {
            var prefix = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
            var nogroup =
                    List.of("setpriv", "--reuid=" + user, "--regid=nogroup", "--clear-groups");
            for (var candidate : List.of(prefix, nogroup)) {
                if (succeeds(commandOf(candidate, List.of("true")).toArray(String[]::new))) {
                    return new PostgresAccount(candidate, userNamed(user));
                }
            }
        }
        throw new InfrastructureFailure(
                "PostgreSQL cannot run as root here: neither unshare nor setpriv works;"
                        + " start as another user or point INTERLOCK_DATABASE_URL at a PostgreSQL of your own");
    }

    List<String> command(List<String> program) {
        return commandOf(prefix, program);
    }

    /** Where to keep the programs so that this account may run them. */
    Path cache() {
        var home = System.getProperty("user.home", "");
        var xdg = System.getenv("XDG_CACHE_HOME");
        if (owner != null) {
            return Path.of("/var/tmp/interlock-root");
        }
        var cache = xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(home, ".cache");
        var nearest = cache;
        while (nearest != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (nearest != null && Files.isWritable(nearest)) {
            return cache.resolve("interlock");
        }
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "interlock-" + System.getProperty("user.name"));
    }

    /** Gives the file or folder to this account, and checks that it can get there. */
    void own(Path path) {
        if (owner == null) {
            return;
        }
        Folders.changeOwner(path, owner);
        if (!succeeds(command(List.of("test", "-w", path.toString())).toArray(String[]::new))) {
            throw new InfrastructureFailure(
                    "PostgreSQL runs as user "
                            + owner.getName()
                            + ", who may not write to "
                            + path
                            + "; choose another folder with --data");
        }
    }

    private static List<String> commandOf(List<String> prefix, List<String> program) {
        var command = new ArrayList<>(prefix);
        command.addAll(program);
        return command;
    }

    private static UserPrincipal userNamed(String user) {
        try {
            return FileSystems.getDefault()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(user);
        } catch (IOException e) {
            throw new InfrastructureFailure("no user " + user + " here", e);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
