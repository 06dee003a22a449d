package dev.interlock.benchmarks.installation;

import dev.interlock.infrastructure.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@code ./interlock up} on a data folder and free ports of its own. */
public final class Installation implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final List<String> PORTS =
            List.of(
                    "INTERLOCK_PORT",
                    "INTERLOCK_DR_PORT",
                    "INTERLOCK_APPROVAL_PORT",
                    "INTERLOCK_RULES_PORT",
                    "INTERLOCK_NOTIFICATION_PORT",
                    "INTERLOCK_DATABASE_PORT",
                    "INTERLOCK_KAFKA_PORT");

    private final Path home;
    private final Path data;
    private @Nullable Process process;
    private @Nullable String url;
    private @Nullable String adminToken;

    public Installation(Path home) throws IOException {
        this.home = home;
        this.data = Files.createTempDirectory("interlock-bench-");
        // PostgreSQL may run as another user, who must get to its folder
        data.toFile().setExecutable(true, false);
        data.toFile().setReadable(true, false);
    }

    /** Answers how long it took until all was ready. */
    public Duration start() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        ProcessBuilder command =
                new ProcessBuilder(
                                home.resolve("interlock").toString(),
                                "up",
                                "--data",
                                data.toString())
                        .redirectErrorStream(true);
        PORTS.forEach(port -> command.environment().put(port, "0"));
        command.environment()
                .put("INTERLOCK_LIMITS_GATE", "1000000000"); // faster than anybody asks
        Process started = command.start();
        process = started;
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("output").start(() -> read(started, ready));
        try {
            ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("./interlock up did not become ready", e);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /**
     * Starts twice: the very first run after a build records classes for those after it, slowly.
     */
    public void startAsLater() throws IOException, InterruptedException {
        start();
        stop();
        start();
    }

    private void read(Process started, CompletableFuture<Void> ready) {
        List<String> seen = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                seen.add(line);
                if (line.startsWith("Interlock:")) {
                    url = line.substring(line.indexOf("http")).strip();
                } else if (line.startsWith("Admin token")) {
                    adminToken = line.substring(line.lastIndexOf(' ') + 1).strip();
                } else if (line.startsWith("Ctrl-C")) {
                    ready.complete(null);
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IllegalStateException(String.join("\n", seen)));
    }

    /** As its administrator; the token is told at the first start only. */
    public Client client() {
        if (url == null || adminToken == null) {
            throw new IllegalStateException("not started yet");
        }
        return new Client(url, adminToken);
    }

    /** The process of the launcher, in which all five services run. */
    public long pid() {
        if (process == null) {
            throw new IllegalStateException("not started yet");
        }
        return process.pid();
    }

    public void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
            running.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
        process = null;
    }

    @Override
    public void close() {
        stop();
        Folders.delete(data);
    }
}
