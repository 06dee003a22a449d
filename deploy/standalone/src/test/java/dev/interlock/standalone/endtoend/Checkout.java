package dev.interlock.standalone.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This checkout, with what was packaged in it. */
final class Checkout {
    static final Path HOME = find();

    private Checkout() {}

    /**
     * What {@code ./interlock} runs: the packaged jars, never the folders that tests are compiled
     * to.
     */
    static String classPath() {
        var target = HOME.resolve("deploy/standalone/target");
        try {
            return target.resolve("standalone-0.1.0-SNAPSHOT.jar")
                    + ":"
                    + Files.readString(target.resolve("class-path")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("end-to-end tests need mvn package", e);
        }
    }

    private static Path find() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("interlock"))
                && folder.getParent() instanceof Path parent) {
            folder = parent;
        }
        return folder;
    }
}
