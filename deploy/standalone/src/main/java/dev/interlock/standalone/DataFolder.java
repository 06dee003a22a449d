package dev.interlock.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds everything an installation keeps, for one launcher at a time. {@code
 * version} tells how the rest is to be read; what a newer Interlock wrote is left alone.
 */
final class DataFolder implements AutoCloseable {
    /** Raised when older launchers can no longer work with what this one writes. */
    static final int VERSION = 1;

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static DataFolder open(Path folder) {
        try {
            refuseForeign(folder);
            Files.createDirectories(folder);
            var lock = lock(folder);
            try {
                checkVersion(folder);
                for (var part : new String[] {"run", "logs"}) {
                    Files.createDirectories(folder.resolve(part));
                }
                var secrets = folder.resolve("secrets");
                if (!Files.exists(secrets)) {
                    Files.createDirectory(
                            secrets,
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------")));
                }
                return new DataFolder(folder, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "cannot use data folder "
                            + folder
                            + " ("
                            + reason(e)
                            + "); choose another with --data");
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission to write " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is a file";
            default -> String.valueOf(e.getMessage());
        };
    }

    Path folder() {
        return folder;
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    Path log(Part part) {
        return folder.resolve("logs").resolve(part.label() + ".log");
    }

    Path run() {
        return folder.resolve("run");
    }

    /** Closing the channel gives the lock back. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new CannotStart("cannot give back " + folder + ": " + e);
        }
    }

    private static void refuseForeign(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve("lock"))) {
            return;
        }
        try (var content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new CannotStart(
                        folder
                                + " holds other files than Interlock's; choose another folder with --data");
            }
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another launcher within this JVM: the same answer.
        }
        channel.close();
        throw new CannotStart(
                "another Interlock already runs on "
                        + folder
                        + "; stop it, or choose another folder with --data");
    }

    private static void checkVersion(Path folder) throws IOException {
        var file = folder.resolve("version");
        if (!Files.exists(file)) {
            Files.writeString(file, VERSION + "\n");
            return;
        }
        var text = Files.readString(file).strip();
        var version = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
        if (version > VERSION) {
            throw new CannotStart(
                    "the data in "
                            + folder
                            + " was written by a newer Interlock (data version "
                            + text
                            + ", this one knows up to "
                            + VERSION
                            + "); use that Interlock, or choose another folder with --data");
        }
    }
}
