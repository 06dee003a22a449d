package dev.interlock.dr;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.EdgeJson;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.infrastructure.testing.TestInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real service on a real database, called over HTTP as the gateway calls it. */
final class RunningService implements AutoCloseable {

    private static final String SECRET = "a-secret-of-tests-that-is-long-enough";
    private static final JsonMapper JSON = EdgeJson.lenient();

    static final Identity ANN = person("usr_ann", EnumSet.allOf(Permission.class));
    static final Identity APPROVAL = ServiceIdentity.of("approval-service").identity();
    static final Identity BOB = person("usr_bob", EnumSet.of(Permission.READ, Permission.DR_WRITE));
    static final Identity PIPELINE =
            new Identity(
                    "key_ci",
                    "service_key",
                    "ci",
                    null,
                    "tok_ci",
                    "ci",
                    Set.of(),
                    Set.of(Permission.DEPLOYMENT_REPORT, Permission.BUILD_REPORT),
                    List.of(),
                    List.of());

    record Reply(int status, JsonNode body, HttpResponse<String> raw) {

        String text(String field) {
            return body.path(field).asString("");
        }

        Optional<String> header(String name) {
            return raw.headers().firstValue(name);
        }
    }

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final IdentitySigner signer = new IdentitySigner(SECRET, Clock.systemUTC());

    /** On an empty database. */
    RunningService(StandInServices others) {
        var database = TestInfrastructure.freshDatabase("dr");
        context =
                new SpringApplicationBuilder(DrServiceApplication.class)
                        .properties("spring.config.name=dr-service")
                        .run(
                                "--interlock.port=0",
                                "--interlock.database.url=" + database.url(),
                                "--interlock.database.user=" + database.user(),
                                "--interlock.database.password=" + database.password(),
                                "--interlock.kafka.servers=" + TestInfrastructure.kafkaServers(),
                                "--interlock.identity.secret=" + SECRET,
                                "--interlock.services.rules=" + others.url(),
                                "--interlock.services.approval=" + others.url());
    }

    static Identity person(String id, Set<Permission> permissions) {
        return new Identity(
                id,
                "user",
                "human",
                id,
                "tok_" + id,
                id,
                Set.of(),
                permissions,
                List.of(),
                List.of());
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Object bean(ResolvableType type) {
        return context.getBeanProvider(type).getObject();
    }

    Reply get(String path, Identity as) {
        return send("GET", path, "", as);
    }

    Reply post(String path, String body, Identity as) {
        return send("POST", path, body, as);
    }

    /** The status of a call without an identity. */
    int anonymously(String path) {
        return exchange(HttpRequest.newBuilder(uri(path)).build()).statusCode();
    }

    Reply send(String method, String path, String body, Identity as, String... headers) {
        var request =
                HttpRequest.newBuilder(uri(path))
                        .timeout(Duration.ofSeconds(30))
                        .header(Identity.HEADER, signer.sign(as))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        var answer = exchange(request.build());
        return new Reply(answer.statusCode(), tree(answer.body()), answer);
    }

    private URI uri(String path) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(String body) {
        return body.isBlank() || !body.startsWith("{")
                ? JSON.createObjectNode()
                : JSON.readTree(body);
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
