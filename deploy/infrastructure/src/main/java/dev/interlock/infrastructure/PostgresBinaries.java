package dev.interlock.infrastructure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs: unpacked once per user and version from the archive on the class path,
 * then used from there.
 */
final class PostgresBinaries {
    /**
     * Part of the folder's name, so that another version of the archive is unpacked beside this
     * one.
     */
    private static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /** The folder that holds {@code bin/initdb}, {@code bin/pg_ctl} and {@code bin/postgres}. */
    static Path unpackedBelow(Path cache) {
        var platform = platform();
        var home = cache.resolve("postgresql-" + VERSION + "-" + platform);
        if (Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
            return home;
        }
        Folders.create(cache);
        try (var channel =
                FileChannel.open(
                        cache.resolve("unpack.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            // Given back when the channel is closed.
            channel.lock();
            if (!Files.exists(home)) {
                unpack("/postgres-" + platform + ".txz", cache, home);
            }
            return home;
        } catch (IOException e) {
            throw new InfrastructureFailure(
                    "cannot unpack PostgreSQL to " + home + ": " + e.getMessage(), e);
        }
    }

    private static void unpack(String archive, Path cache, Path home) throws IOException {
        var unfinished = Files.createTempDirectory(cache, "unpacking-");
        try (var resource = PostgresBinaries.class.getResourceAsStream(archive)) {
            if (resource == null) {
                throw new InfrastructureFailure(
                        "no embedded PostgreSQL for this platform ("
                                + archive
                                + "); point INTERLOCK_DATABASE_URL at a PostgreSQL of your own");
            }
            unpack(resource, unfinished);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("rename within one folder is not atomic", e);
        } finally {
            Folders.delete(unfinished);
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)));
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("entry outside of the archive: " + entry.getName());
            }
            unpack(tar, entry, path);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        if (path.getParent() instanceof Path parent) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String platform() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return (os.startsWith("mac") ? "darwin" : os)
                + "-"
                + switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> arch;
                };
    }
}
