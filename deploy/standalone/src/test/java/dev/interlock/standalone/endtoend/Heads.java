package dev.interlock.standalone.endtoend;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.edge.ServiceIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** How far every event store has come, asked of the services themselves. */
final class Heads {

    private static final Map<String, String> OWNERS =
            Map.of(
                    "dr", "dr-service",
                    "approval", "approval-service",
                    "rules", "rules-engine-service",
                    "notification", "notification-service");

    private final Installation installation;
    private final IdentitySigner signer;
    private final HttpClient http = HttpClient.newHttpClient();

    Heads(Installation installation) {
        this.installation = installation;
        try {
            var secret = Files.readString(installation.data().resolve("secrets/identity")).strip();
            signer = new IdentitySigner(secret, Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By source. */
    Map<String, Long> now() {
        var heads = new TreeMap<String, Long>();
        OWNERS.forEach((source, owner) -> heads.put(source, head(owner)));
        return heads;
    }

    /** Waits until nothing is appended any more: what one service does after another takes time. */
    Map<String, Long> settled() {
        var last = new Object[] {Map.of()};
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(700))
                .until(() -> last[0].equals(last[0] = now()));
        return now();
    }

    private long head(String owner) {
        var url = "http://127.0.0.1:" + installation.port(owner);
        var identity = signer.sign(ServiceIdentity.of("end-to-end").identity());
        return new Client(http, url, "")
                .send("GET", "/internal/events/head", "", Identity.HEADER, identity)
                .expect(200)
                .json()
                .path("position")
                .asLong();
    }
}
