package dev.interlock.benchmarks.gate;

import dev.interlock.infrastructure.Folders;
import dev.interlock.infrastructure.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bare handler, behind nginx where there is one. */
final class BareServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private static final long STOP_SECONDS = 20;

    private final int port;
    private final Path folder = Files.createTempDirectory("interlock-bench-nginx-");
    private final Process handler;
    private final @Nullable Process nginx;

    BareServer() throws IOException, InterruptedException {
        int inner = Ports.free();
        this.handler = java(inner);
        awaitPort(inner);
        Optional<Path> program = nginxProgram();
        if (program.isPresent()) {
            this.port = Ports.free();
            this.nginx = nginx(program.get(), folder, port, inner);
            awaitPort(port);
        } else {
            this.port = inner;
            this.nginx = null;
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String description() {
        return nginx == null ? "bare Netty handler (no nginx here)" : "nginx → bare Netty handler";
    }

    List<Long> pids() {
        Stream<ProcessHandle> processes = Stream.of(handler.toHandle());
        Process front = nginx;
        if (front != null) {
            ProcessHandle master = front.toHandle();
            processes =
                    Stream.concat(
                            processes, Stream.concat(Stream.of(master), master.descendants()));
        }
        return processes.map(ProcessHandle::pid).toList();
    }

    private static Process java(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareHandler.class.getName(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Process nginx(Path program, Path folder, int port, int inner)
            throws IOException {
        Path settings = folder.resolve("nginx.conf");
        Files.writeString(
                settings,
                String.format(
                        Locale.ROOT,
                        """
                        daemon off; worker_processes 2; pid %1$s/pid; error_log /dev/null;
                        events { worker_connections 256; }
                        http {
                          access_log off; keepalive_requests 1000000000;
                          client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy;
                          upstream bare { server 127.0.0.1:%3$d; keepalive 64; keepalive_requests 1000000000; }
                          server { listen 127.0.0.1:%2$d;
                            location / { proxy_pass http://bare; proxy_http_version 1.1;
                                         proxy_set_header Connection ""; } }
                        }
                        """,
                        folder,
                        port,
                        inner));
        return new ProcessBuilder(program.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Optional<Path> nginxProgram() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "") + ":/usr/sbin";
        return Stream.of(path.split(":"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void awaitPort(int port) throws InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() - end < 0) {
            if (!Ports.isFree(port)) {
                return;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("nothing listens on port " + port);
    }

    @Override
    public void close() {
        if (nginx != null) {
            nginx.destroy();
            nginx.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        }
        Folders.delete(folder);
        handler.destroy();
        handler.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }
}
