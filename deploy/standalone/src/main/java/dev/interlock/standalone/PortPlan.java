package dev.interlock.standalone;

import dev.interlock.infrastructure.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which part listens where on 127.0.0.1. */
final class PortPlan {
    private final Map<Part, Integer> ports = new EnumMap<>(Part.class);

    /** Takes a free port for each 0. */
    PortPlan(Options options) {
        options.ports().forEach((part, port) -> ports.put(part, Ports.orFree(port)));
    }

    int of(Part part) {
        return Objects.requireNonNull(ports.get(part));
    }

    String url(Part part) {
        return "http://127.0.0.1:" + of(part);
    }

    void checkFree(Part part) {
        if (!Ports.isFree(of(part))) {
            throw new CannotStart(
                    "port "
                            + of(part)
                            + " is in use, and "
                            + part.label()
                            + " needs it; free it, or set "
                            + part.portSetting()
                            + " to another (0: any free one)");
        }
    }

    /** For scripts and tests that let the system choose. */
    void record(Path file) {
        var lines =
                ports.entrySet().stream()
                        .map(entry -> entry.getKey().label() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
