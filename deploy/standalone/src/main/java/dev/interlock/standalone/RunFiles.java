package dev.interlock.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code data/run}: a file with the process id of each running part, and {@code <part>.hold}, which
 * an operator creates to keep a part down once it has stopped.
 */
final class RunFiles {
    private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(20);

    private final Path folder;

    RunFiles(Path folder) {
        this.folder = folder;
    }

    /** The id first, as tools expect it; then the start, because the system hands out ids again. */
    void record(Part part, ProcessHandle process) {
        var start = process.info().startInstant().map(Instant::toString).orElse("");
        try {
            Files.writeString(file(part), process.pid() + "\n" + start + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(Part part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isHeld(Part part) {
        return Files.exists(folder.resolve(part.label() + ".hold"));
    }

    /**
     * Ends what a launcher left behind that was killed. PostgreSQL is not among it: that is
     * adopted.
     */
    void endLeftovers() {
        for (var part : Part.values()) {
            if (part != Part.POSTGRESQL) {
                leftover(part).ifPresent(RunFiles::end);
                forget(part);
            }
        }
    }

    private Optional<ProcessHandle> leftover(Part part) {
        try {
            var lines = Files.readAllLines(file(part));
            return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                    .filter(
                            process ->
                                    process.info()
                                            .startInstant()
                                            .map(Instant::toString)
                                            .orElse("")
                                            .equals(lines.getLast()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(LEFTOVER_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path file(Part part) {
        return folder.resolve(part.label() + ".pid");
    }
}
