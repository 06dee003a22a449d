package dev.interlock.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a running PostgreSQL notes about itself in {@code postmaster.pid}: its process id (line 1)
 * and its port (line 4).
 */
record PostmasterFile(long pid, int port) {
    static Optional<PostmasterFile> in(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(
                            new PostmasterFile(
                                    Long.parseLong(lines.get(0).strip()),
                                    Integer.parseInt(lines.get(3).strip())));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether that process runs, and is a PostgreSQL rather than one that got the number of a dead
     * one.
     */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }
}
