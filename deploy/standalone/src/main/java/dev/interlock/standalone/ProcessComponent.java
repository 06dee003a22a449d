package dev.interlock.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A JVM of its own, told its settings by its environment, with its output in its log file. */
final class ProcessComponent implements Component {
    private static final Duration READY_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Part part;
    private final List<String> javaArguments;
    private final Map<String, String> environment;
    private final Path log;
    private final RunFiles runFiles;
    private final BooleanSupplier ready;
    private volatile @Nullable Process process;
    private boolean stopped;

    ProcessComponent(
            Part part,
            List<String> javaArguments,
            Map<String, String> environment,
            Path log,
            RunFiles runFiles,
            BooleanSupplier ready) {
        this.part = part;
        this.javaArguments = List.copyOf(javaArguments);
        this.environment = environment;
        this.log = log;
        this.runFiles = runFiles;
        this.ready = ready;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public void start() {
        var mark = "-Dinterlock.process=" + UUID.randomUUID();
        var command = command(mark, javaArguments);
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // The launcher's own settings are not the service's: INTERLOCK_PORT, for one, means the
        // gateway's.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("INTERLOCK_") && !concernsPart(name));
        builder.environment().putAll(environment);
        try {
            awaitReady(spawn(builder, mark));
        } catch (IOException e) {
            throw new CannotStart("cannot run " + command.getFirst() + ": " + e.getMessage());
        }
    }

    /**
     * Of the launcher's settings those that mean the same here, and here alone: some are secret.
     */
    private boolean concernsPart(String setting) {
        return switch (part) {
            case GATEWAY ->
                    setting.startsWith("INTERLOCK_LIMITS_")
                            || setting.startsWith("INTERLOCK_OIDC_");
            case DR ->
                    setting.equals("INTERLOCK_CONTENTS_POLICY")
                            || setting.startsWith("INTERLOCK_DEPLOYMENTS_");
            case RULES -> setting.startsWith("INTERLOCK_OVERRIDES_");
            case POSTGRESQL, KAFKA, APPROVAL, NOTIFICATION -> false;
        };
    }

    private synchronized Process spawn(ProcessBuilder builder, String mark) throws IOException {
        if (stopped) {
            throw new CannotStart(part.label() + " was stopped while it started");
        }
        var spawned = builder.start();
        process = spawned;
        // At once: a launcher killed from here on leaves it behind.
        runFiles.record(part, spawned.pid(), mark);
        return spawned;
    }

    @Override
    public void stop() {
        synchronized (this) {
            stopped = true;
        }
        if (process instanceof Process running && running.isAlive()) {
            running.destroy();
            if (!endsWithin(running, STOP_LIMIT)) {
                running.destroyForcibly();
                endsWithin(running, STOP_LIMIT);
            }
        }
    }

    @Override
    public OptionalLong pid() {
        return process instanceof Process running && running.isAlive()
                ? OptionalLong.of(running.pid())
                : OptionalLong.empty();
    }

    @Override
    public boolean isAlive() {
        return pid().isPresent();
    }

    private void awaitReady(Process started) {
        var giveUp = System.nanoTime() + READY_LIMIT.toNanos();
        while (!ready.getAsBoolean()) {
            if (endsWithin(started, Duration.ofMillis(50))) {
                throw new CannotStart(
                        part.label()
                                + " ended with status "
                                + started.exitValue()
                                + ", see "
                                + log);
            }
            if (System.nanoTime() > giveUp) {
                throw new CannotStart(
                        part.label()
                                + " is not ready after "
                                + READY_LIMIT.toSeconds()
                                + " s, see "
                                + log);
            }
        }
    }

    private static boolean endsWithin(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private static List<String> command(String mark, List<String> javaArguments) {
        var command = new ArrayList<String>();
        // In a session of its own a Ctrl-C reaches the launcher alone, who then stops all in order.
        if (new File("/usr/bin/setsid").canExecute()) {
            command.add("/usr/bin/setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // First, because systems tell long command lines only in part.
        command.add(mark);
        command.addAll(javaArguments);
        return List.copyOf(command);
    }
}
