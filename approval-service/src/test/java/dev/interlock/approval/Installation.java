package dev.interlock.approval;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.EdgeJson;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.infrastructure.DatabaseAccess;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service on a database of its own, called as the gateway calls it. */
final class Installation implements AutoCloseable {

    static final String ADMIN_TOKEN = "ilp_the-first-admins-token-of-this-test-installation";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final Identity GATEWAY =
            new Identity(
                    "service:gateway",
                    "system",
                    "system",
                    null,
                    null,
                    "gateway",
                    Set.of(),
                    Set.of(Permission.READ),
                    List.of(),
                    List.of());

    record Reply(int status, JsonNode body, @Nullable String position) {

        String text(String field) {
            return body.path(field).asString("");
        }
    }

    private final JsonMapper json = EdgeJson.lenient();
    private final HttpClient http = HttpClient.newHttpClient();
    private final IdentitySigner signer = new IdentitySigner(SECRET, Clock.systemUTC());
    private final DrServiceStandIn drService;
    private final DatabaseAccess database = TestInfrastructure.freshDatabase("approval");
    private ServletWebServerApplicationContext service;
    private @Nullable ServletWebServerApplicationContext replica;

    Installation() throws IOException {
        drService = new DrServiceStandIn();
        service = run();
    }

    private ServletWebServerApplicationContext run() {
        return (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(ApprovalServiceApplication.class)
                        .properties(
                                Map.of(
                                        "spring.config.name", "approval-service",
                                        "interlock.port", "0",
                                        "interlock.database.url", database.url(),
                                        "interlock.database.user", database.user(),
                                        "interlock.database.password", database.password(),
                                        "interlock.kafka.servers",
                                                TestInfrastructure.kafkaServers(),
                                        "interlock.identity.secret", SECRET,
                                        "interlock.bootstrap.token-hash", sha256(ADMIN_TOKEN)))
                        .run("--interlock.services.dr=" + drService.url());
    }

    /** Stops the service gracefully and starts it again on the same data. */
    void restart() {
        service.close();
        service = run();
    }

    /** From now on a second process, as it were, works on the same data. */
    void addReplica() {
        replica = run();
    }

    DrServiceStandIn drService() {
        return drService;
    }

    <T> T get(Class<T> bean) {
        return service.getBean(bean);
    }

    /** Who shows this token, as the gateway finds out; 404 if nobody. */
    Reply resolve(String token) {
        return call(
                "POST",
                "/internal/tokens/resolve",
                "{\"hash\":\"" + sha256(token) + "\"}",
                GATEWAY);
    }

    Identity identity(String token) {
        return json.treeToValue(resolve(token).body(), Identity.class);
    }

    Reply get(String path, String token) {
        return call("GET", path, null, identity(token));
    }

    Reply post(String path, String body, String token) {
        return call("POST", path, body, identity(token));
    }

    Reply delete(String path, String token) {
        return call("DELETE", path, null, identity(token));
    }

    Reply post(String path, String body, String token, String idempotencyKey) {
        return call("POST", path, body, identity(token), "Idempotency-Key", idempotencyKey);
    }

    Reply call(
            String method,
            String path,
            @Nullable String body,
            @Nullable Identity as,
            String... headers) {
        return call(service, method, path, body, as, headers);
    }

    /** The same by the second process. */
    Reply callReplica(String method, String path, @Nullable String body, Identity as) {
        return call(Objects.requireNonNull(replica), method, path, body, as);
    }

    private Reply call(
            ServletWebServerApplicationContext to,
            String method,
            String path,
            @Nullable String body,
            @Nullable Identity as,
            String... headers) {
        var port = Objects.requireNonNull(to.getWebServer()).getPort();
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (as != null) {
            request.header(Identity.HEADER, signer.sign(as));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), tree(answer), position(answer));
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    private JsonNode tree(HttpResponse<String> answer) {
        boolean isJson =
                answer.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.contains("json"))
                        .isPresent();
        return isJson ? json.readTree(answer.body()) : json.createObjectNode();
    }

    private static @Nullable String position(HttpResponse<String> answer) {
        return answer.headers().firstValue("Interlock-Position").orElse(null);
    }

    static String sha256(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (replica != null) {
            replica.close();
        }
        service.close();
        drService.close();
    }
}
