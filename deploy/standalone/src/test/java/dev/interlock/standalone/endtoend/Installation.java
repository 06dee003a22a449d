package dev.interlock.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.infrastructure.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One installation in a temporary folder on free ports, run by the real launcher in a process of
 * its own. With {@code --processes} every part can be killed; the launcher starts it again unless
 * it is held.
 */
final class Installation implements AutoCloseable {
    static final List<String> SERVICES =
            List.of(
                    "dr-service",
                    "approval-service",
                    "rules-engine-service",
                    "notification-service",
                    "gateway");

    private static final Map<String, String> PORT_SETTINGS =
            Map.of(
                    "gateway", "INTERLOCK_PORT",
                    "dr-service", "INTERLOCK_DR_PORT",
                    "approval-service", "INTERLOCK_APPROVAL_PORT",
                    "rules-engine-service", "INTERLOCK_RULES_PORT",
                    "notification-service", "INTERLOCK_NOTIFICATION_PORT",
                    "postgresql", "INTERLOCK_DATABASE_PORT",
                    "kafka", "INTERLOCK_KAFKA_PORT");
    private static final Duration READY_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);
    private static final String TOKEN_LINE = "Admin token (shown once): ";

    private final Path folder;
    private final List<String> arguments;
    private final Map<String, String> settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Thread cleanUp = new Thread(this::endAll, "end-installation");
    private @Nullable Process launcher;
    private @Nullable String adminToken;

    private Installation(Map<String, String> settings, String... arguments) {
        try {
            folder = Files.createTempDirectory("interlock-endtoend-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.arguments = List.of(arguments);
        this.settings = Map.copyOf(settings);
        Runtime.getRuntime().addShutdownHook(cleanUp);
    }

    /** All in one JVM, as {@code ./interlock up} does it; ready for work. */
    static Installation inOneJvm() {
        return new Installation(Map.of()).start();
    }

    /** In one JVM, with further {@code INTERLOCK_*}; not started. */
    static Installation with(Map<String, String> settings) {
        return new Installation(settings);
    }

    /**
     * Each part a process of its own, as {@code ./interlock up --processes} does it; ready for
     * work.
     */
    static Installation inProcesses() {
        return inProcesses(Map.of()).start();
    }

    /** The same with further {@code INTERLOCK_*}; not started. */
    static Installation inProcesses(Map<String, String> settings) {
        return new Installation(settings, "--processes");
    }

    /**
     * Starts the launcher, for the first time or again after {@link #stop}, and waits until it says
     * that all is ready.
     */
    Installation start() {
        var process = launch();
        launcher = process;
        await().atMost(READY_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> isReady() || !process.isAlive());
        assertThat(process.isAlive()).as("the launcher runs; it said:%n%s", output()).isTrue();
        output().lines()
                .filter(line -> line.startsWith(TOKEN_LINE))
                .findFirst()
                .ifPresent(line -> adminToken = line.substring(TOKEN_LINE.length()));
        return this;
    }

    /** Starts a launcher that is to refuse; returns what it said. */
    String refusal() {
        var process = launch();
        launcher = process;
        assertThat(endsWithin(process, READY_LIMIT)).as("the launcher ends by itself").isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        launcher = null;
        return output();
    }

    /** The gateway, as the first administrator. */
    Client admin() {
        return client(adminToken());
    }

    String adminToken() {
        return String.valueOf(adminToken);
    }

    String gatewayUrl() {
        return "http://127.0.0.1:" + port("gateway");
    }

    /** The gateway, with any token. */
    Client client(String token) {
        return new Client(http, gatewayUrl(), token);
    }

    /** {@code gateway}, {@code dr-service}, … {@code kafka}, {@code postgresql}. */
    int port(String part) {
        var ports = new Properties();
        try (var content = Files.newBufferedReader(data().resolve("run/ports.properties"))) {
            ports.load(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Integer.parseInt(ports.getProperty(part));
    }

    Path data() {
        return folder.resolve("data");
    }

    /** What the launcher wrote to its console since it was last started. */
    String output() {
        try {
            return Files.readString(folder.resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, and waits until the process is gone. The launcher starts it again by itself. */
    void kill(String part) {
        var process = process(part);
        process.destroyForcibly();
        await().atMost(STOP_LIMIT).until(() -> !process.isAlive());
    }

    /** Kills the part and keeps it down until {@link #release}. */
    void killAndHold(String part) {
        try {
            Files.createFile(hold(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kill(part);
    }

    void release(String part) {
        try {
            Files.delete(hold(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the part runs, and until it answers if it is a service. */
    void awaitReady(String part) {
        await().atMost(READY_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(
                        () ->
                                process(part).isAlive()
                                        && (!SERVICES.contains(part) || answersReady(part)));
    }

    /** The process that the part runs as now. */
    ProcessHandle process(String part) {
        try {
            var pid = Files.readAllLines(pidFile(part)).getFirst();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The services and Kafka, as far as they are processes that run now. */
    List<ProcessHandle> processes() {
        return Stream.concat(SERVICES.stream(), Stream.of("kafka"))
                .filter(part -> Files.exists(pidFile(part)))
                .map(this::process)
                .toList();
    }

    /** SIGTERM to the launcher, as Ctrl-C would; returns when all parts have ended. */
    void stop() {
        if (launcher instanceof Process running) {
            running.destroy();
            assertThat(endsWithin(running, STOP_LIMIT)).as("the launcher stops").isTrue();
            launcher = null;
        }
    }

    /** SIGKILL to the launcher alone: the parts are left without it. */
    void killLauncher() {
        if (launcher instanceof Process running) {
            running.destroyForcibly();
            endsWithin(running, STOP_LIMIT);
            launcher = null;
        }
    }

    /** SIGKILL to a launcher that starts again and has all services on their way, none ready. */
    void startAndKillHalfWay() {
        var before = processes();
        launcher = launch();
        await().atMost(READY_LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptions()
                .until(() -> SERVICES.stream().map(this::process).noneMatch(before::contains));
        assertThat(isReady()).isFalse();
        killLauncher();
    }

    @Override
    public void close() {
        try {
            stop();
        } finally {
            endAll();
            Runtime.getRuntime().removeShutdownHook(cleanUp);
        }
    }

    private boolean isReady() {
        return output().contains("Ctrl-C stops everything.");
    }

    private boolean wasStarted() {
        return Files.exists(data().resolve("run/ports.properties"));
    }

    private boolean answersReady(String part) {
        return new Client(http, "http://127.0.0.1:" + port(part), "").get("/readyz").status()
                == 200;
    }

    private Process launch() {
        var command =
                new ArrayList<>(
                        List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx768m"));
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-Dinterlock.home=" + Checkout.HOME, "-cp", Checkout.classPath()));
        command.addAll(List.of("dev.interlock.standalone.Standalone", "--data", data().toString()));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("console.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("INTERLOCK_"));
        // Free ones at the first start; the same again at later ones, as a user's would be.
        PORT_SETTINGS.forEach(
                (part, setting) ->
                        builder.environment()
                                .put(setting, wasStarted() ? Integer.toString(port(part)) : "0"));
        builder.environment().putAll(settings);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever still runs, by its process id; then the folder. */
    private void endAll() {
        killLauncher();
        var parts = new ArrayList<>(SERVICES.reversed());
        parts.add("kafka");
        for (var part : parts) {
            endIfThere(pidFile(part));
        }
        endIfThere(data().resolve("postgresql/data/postmaster.pid"));
        Folders.delete(folder);
    }

    private static void endIfThere(Path pidFile) {
        try {
            if (Files.exists(pidFile)) {
                var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst());
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile(String part) {
        return data().resolve("run/" + part + ".pid");
    }

    private Path hold(String part) {
        return data().resolve("run/" + part + ".hold");
    }

    private static boolean endsWithin(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
