package dev.interlock.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code data/run}: a file with the process id of each running part, and {@code <part>.hold}, which
 * an operator creates to keep a part down once it has stopped.
 */
final class RunFiles {
    private final Path folder;

    RunFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The id first, as tools expect it; then what only this process has on its command line,
     * because the system hands out ids again.
     */
    void record(Part part, long pid, String mark) {
        try {
            Files.writeString(file(part), pid + "\n" + mark + "\n");
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

    /** The part as a process that runs and was recorded here, and none that only got its id. */
    Optional<ProcessHandle> running(Part part) {
        try {
            var lines = Files.readAllLines(file(part));
            return ProcessHandle.of(Long.parseLong(lines.getFirst()))
                    .filter(process -> isMarked(process, lines.get(1)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isMarked(ProcessHandle process, String mark) {
        return !mark.isBlank() && process.info().commandLine().orElse("").contains(mark);
    }

    private Path file(Part part) {
        return folder.resolve(part.label() + ".pid");
    }
}
