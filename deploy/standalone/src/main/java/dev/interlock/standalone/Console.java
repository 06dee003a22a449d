package dev.interlock.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** What the person who started it reads: one line per part. */
final class Console {
    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    void started(Part part, int port, OptionalLong pid, Duration took) {
        line(
                "  %-22s 127.0.0.1:%-6d %5s s%s"
                        .formatted(
                                part.label(),
                                port,
                                seconds(took),
                                pid.isPresent() ? "   pid " + pid.getAsLong() : ""));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
