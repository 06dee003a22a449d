package dev.interlock.standalone;

import dev.interlock.infrastructure.InfrastructureFailure;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** {@code ./interlock up}. */
public final class Standalone {
    static final String VERSION = "0.1.0-SNAPSHOT";

    private Standalone() {}

    public static void main(String[] arguments) throws InterruptedException {
        var console =
                new Console(
                        new PrintStream(
                                new FileOutputStream(FileDescriptor.out),
                                true,
                                StandardCharsets.UTF_8));
        try {
            run(List.of(arguments), console);
        } catch (CannotStart | InfrastructureFailure e) {
            fail(console, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Standalone.class).error("The installation did not start", e);
            fail(console, rootOf(e));
        }
        // Until Ctrl-C or SIGTERM.
        new CountDownLatch(1).await();
    }

    private static void run(List<String> arguments, Console console) {
        var home = Path.of(System.getProperty("interlock.home", ".")).toAbsolutePath();
        var options = Options.of(arguments, System.getenv(), home);
        checkTemporaryFolder();
        var data = DataFolder.open(options.data());
        ComponentLogs.open(data);
        console.line("Interlock " + VERSION + ", data in " + data.folder());
        var launch = new Launch(options, data, console);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    if (!launch.hasStarted()) {
                                        return;
                                    }
                                    console.line("Stopping");
                                    launch.stop();
                                    data.close();
                                    console.line("Stopped; all data is kept in " + data.folder());
                                    if (Boolean.getBoolean("interlock.training")) {
                                        console.line("Preparing faster starts: a few seconds");
                                    }
                                },
                                "stop"));
        launch.start();
        announce(launch, console);
    }

    private static void checkTemporaryFolder() {
        try {
            var file = Files.createTempFile("interlock-", ".tmp");
            try {
                Files.write(file, new byte[4096]);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "cannot write to the temporary folder "
                            + System.getProperty("java.io.tmpdir")
                            + "; make room there, or name another by"
                            + " INTERLOCK_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER");
        }
    }

    private static void announce(Launch launch, Console console) {
        var url = launch.publicUrl();
        var sinceStart =
                ProcessHandle.current()
                        .info()
                        .startInstant()
                        .map(
                                start ->
                                        " after "
                                                + Console.seconds(
                                                        Duration.between(start, Instant.now()))
                                                + " s")
                        .orElse("");
        var made = launch.unseenAdminToken();
        var token = made.filter(launch::knows);
        console.line("Ready" + sinceStart);
        console.line("");
        console.line("Interlock:  " + url);
        token.ifPresent(secret -> console.line("Admin token (shown once): " + secret));
        if (made.isPresent() && token.isEmpty()) {
            console.line(
                    "The database has an administrator already, whose token stays valid; no new one is made.");
        }
        console.line(
                "Try:        curl -H 'Authorization: Bearer "
                        + token.orElse("YOUR_TOKEN")
                        + "' "
                        + url
                        + "/v1/whoami");
        console.line("Ctrl-C stops everything.");
        launch.adminTokenWasSeen();
    }

    private static void fail(Console console, String reason) {
        console.line("interlock: " + reason);
        System.exit(1);
    }

    private static String rootOf(Throwable failure) {
        var root = failure;
        while (root.getCause() instanceof Throwable cause && cause != root) {
            root = cause;
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("")
                + " ("
                + root.getClass().getSimpleName()
                + "; see the logs in the data folder)";
    }
}
