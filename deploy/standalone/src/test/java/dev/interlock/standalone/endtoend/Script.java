package dev.interlock.standalone.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The {@code bash} blocks of a page of the documentation, run as a reader would paste them. */
final class Script {

    /**
     * @param output standard output and standard error, interleaved
     */
    record Result(int exit, String output) {}

    private static final Pattern BLOCK = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);
    private static final long LIMIT_SECONDS = 120;

    private Script() {}

    static List<String> blocks(Path page) throws IOException {
        var blocks = new ArrayList<String>();
        var matcher = BLOCK.matcher(Files.readString(page));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    /** Stops at the first command that fails, which is also what the exit status then says. */
    static Result run(String script, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("script", ".log");
        try {
            var builder =
                    new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                            .directory(Checkout.HOME.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "no end within " + LIMIT_SECONDS + " s: " + Files.readString(output));
            }
            return new Result(
                    process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }
}
