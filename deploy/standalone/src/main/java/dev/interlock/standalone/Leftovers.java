package dev.interlock.standalone;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The processes of a launcher that was killed: they go on without it, and hold their ports. The
 * next launcher ends them and starts its own. PostgreSQL is not among them: that is adopted.
 */
final class Leftovers {
    private static final Duration TERM_LIMIT = Duration.ofSeconds(20);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final RunFiles runFiles;
    private final Console console;

    Leftovers(RunFiles runFiles, Console console) {
        this.runFiles = runFiles;
        this.console = console;
    }

    /** Kafka after the services, which may have something left to publish. */
    void end() {
        end(Part.services());
        end(List.of(Part.KAFKA));
    }

    private void end(List<Part> parts) {
        if (!namesOfRunning(parts).isEmpty()) {
            console.line("  ending what a killed launcher left behind: " + namesOfRunning(parts));
            running(parts).forEach(ProcessHandle::destroy);
            if (!within(TERM_LIMIT, () -> running(parts).isEmpty())) {
                running(parts).forEach(ProcessHandle::destroyForcibly);
                if (!within(KILL_LIMIT, () -> running(parts).isEmpty())) {
                    throw new CannotStart(
                            namesOfRunning(parts)
                                    + " of a killed launcher does not end; end it by hand");
                }
            }
        }
        parts.forEach(runFiles::forget);
    }

    private List<ProcessHandle> running(List<Part> parts) {
        return parts.stream().flatMap(part -> runFiles.running(part).stream()).toList();
    }

    private String namesOfRunning(List<Part> parts) {
        return parts.stream()
                .flatMap(
                        part ->
                                runFiles.running(part).stream()
                                        .map(
                                                process ->
                                                        part.label()
                                                                + " (pid "
                                                                + process.pid()
                                                                + ")"))
                .collect(Collectors.joining(", "));
    }

    private static boolean within(Duration limit, BooleanSupplier condition) {
        var giveUp = System.nanoTime() + limit.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > giveUp) {
                    return false;
                }
                Thread.sleep(LOOK_EVERY);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while ending what a killed launcher left behind");
        }
    }
}
