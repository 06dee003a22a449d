package dev.interlock.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/**
 * What a running PostgreSQL notes about itself in {@code postmaster.pid}: its process id (line 1)
 * and its port (line 4). A killed one leaves it behind.
 */
record PostmasterFile(Path file, long pid, int port) {
    /** Larger than any process id of Linux or macOS. */
    private static final long NOBODY = 1 << 30;

    static Optional<PostmasterFile> in(Path data) {
        var file = data.resolve("postmaster.pid");
        try {
            var lines = Files.readAllLines(file);
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(
                            new PostmasterFile(
                                    file,
                                    Long.parseLong(lines.get(0).strip()),
                                    Integer.parseInt(lines.get(3).strip())));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether that process runs, and is the PostgreSQL of this folder rather than one that got the
     * number of a dead one.
     */
    boolean isAlive() {
        return process()
                .flatMap(process -> process.info().commandLine())
                .filter(
                        command ->
                                command.contains("postgres")
                                        && command.contains(String.valueOf(file.getParent())))
                .isPresent();
    }

    /**
     * Says that nobody has the folder, if its process id went to somebody else: PostgreSQL would
     * take any living process of the same user for its predecessor. What else the file tells stays,
     * for it also checks that no session of the dead one is left.
     */
    void disownIfDead() {
        if (isAlive() || process().isEmpty()) {
            return;
        }
        try {
            var lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, Long.toString(NOBODY));
            Files.write(file, lines);
        } catch (IOException e) {
            throw new InfrastructureFailure("cannot write to " + file + ": " + e.getMessage(), e);
        }
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }
}
