package dev.interlock.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A small service behind the edge, called over real HTTP. */
class ServiceEdgeTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final IdentitySigner SIGNER = new IdentitySigner(SECRET, Clock.systemUTC());
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ServletWebServerApplicationContext service;

    enum Mode {
        ENFORCE,
        REPORT_ONLY
    }

    record Inner(String product) {}

    record Body(
            @Nullable String name, int count, @Nullable Mode mode, @Nullable List<Inner> items) {}

    record Seen(String principal, Mode mode, Instant at, @Nullable String nothing) {}

    @RestController
    static class Api {
        @PostMapping("/v1/things")
        Seen create(@RequestBody Body body, Caller caller) {
            caller.require(Permission.DR_WRITE);
            var violations = new Violations();
            violations.line("/name", body.name(), 5);
            violations.expect(body.count() > 0, "/count", "is not positive");
            violations.throwIfAny();
            return new Seen(caller.principal(), Mode.REPORT_ONLY, Instant.EPOCH, null);
        }

        @GetMapping("/v1/things")
        Map<String, Object> list(@RequestParam int limit, Caller caller) {
            return Map.of(
                    "limit", limit, "at_least", caller.atLeast(), "channel", caller.channel());
        }

        @GetMapping("/v1/things/{id}")
        void one(@PathVariable String id) {
            throw Problem.of(404, "NOT_FOUND", "no thing " + id);
        }

        @GetMapping("/v1/broken")
        void broken() {
            throw new IllegalStateException("secret internals");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({EdgeConfiguration.class, Api.class})
    static class Service {}

    @BeforeAll
    static void start() {
        service =
                (ServletWebServerApplicationContext)
                        SpringApplication.run(
                                Service.class,
                                "--server.port=0",
                                "--spring.application.name=thing-service",
                                "--interlock.identity.secret=" + SECRET);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void withoutASignedIdentityNobodyGetsIn() throws Exception {
        for (String header : new String[] {"", "usr_1", "a.b.c"}) {
            var answer = send("GET", "/v1/things?limit=1", null, header);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertProblem(answer, "IDENTITY_REQUIRED");
        }
        assertThat(send("GET", "/v1/unknown", null, null).statusCode()).isEqualTo(401);
        assertThat(send("GET", "/error", null, null).statusCode()).isEqualTo(401);
    }

    @Test
    void requestsAreTimedByThePatternOfTheirPathAndByWhatBecameOfThem() throws Exception {
        send("GET", "/v1/things?limit=1", null, "");
        send("GET", "/v1/things/17", null, signed());
        send("GET", "/v1/broken", null, signed());
        assertThat(send("GET", "/actuator/prometheus", null, null).body())
                .contains(
                        timed("none", "CLIENT_ERROR", "401", "UNKNOWN"),
                        timed("none", "CLIENT_ERROR", "404", "/v1/things/{id}"),
                        timed("none", "SERVER_ERROR", "500", "/v1/broken"))
                .doesNotContain("/v1/things/17");
    }

    private static String timed(String error, String outcome, String status, String uri) {
        return "http_server_requests_seconds_count{error=\"%s\",exception=\"%s\",method=\"GET\",outcome=\"%s\",status=\"%s\",uri=\"%s\"}"
                .formatted(error, error, outcome, status, uri);
    }

    @ParameterizedTest
    @CsvSource({"/livez", "/readyz", "/actuator/prometheus", "/actuator/health"})
    void healthAndMetricsAreOpen(String path) throws Exception {
        assertThat(send("GET", path, null, null).statusCode()).isEqualTo(200);
    }

    @Test
    void aPathThatOnlyLooksOpenIsNot() throws Exception {
        assertThat(send("GET", "/livez/..%2fv1/things?limit=1", null, null).statusCode())
                .isIn(400, 401);
        assertThat(send("GET", "/livez;/../v1/things?limit=1", null, null).statusCode())
                .isIn(400, 401);
    }

    @Test
    void aGoodBodyIsTakenAndAnsweredInSnakeCase() throws Exception {
        var answer = send("POST", "/v1/things", "{\"name\":\"ok\",\"count\":1}", signed());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"principal\":\"usr_1\",\"mode\":\"report_only\",\"at\":\"1970-01-01T00:00:00Z\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"ok\",\"count\":1,\"nmae\":2}        | 422 | VALIDATION_FAILED | /nmae",
                "{\"name\":5,\"count\":1}                        | 422 | VALIDATION_FAILED | /name",
                "{\"name\":true,\"count\":1}                     | 422 | VALIDATION_FAILED | /name",
                "{\"name\":\"ok\",\"count\":\"1\"}               | 422 | VALIDATION_FAILED | /count",
                "{\"name\":\"ok\",\"count\":1.5}                 | 422 | VALIDATION_FAILED | /count",
                "{\"name\":\"ok\"}                               | 422 | VALIDATION_FAILED | /count",
                "{\"name\":\"ok\",\"count\":1,\"mode\":\"off\"}  | 422 | VALIDATION_FAILED | /mode",
                "{\"name\":\"ok\",\"count\":1,\"mode\":1}        | 422 | VALIDATION_FAILED | /mode",
                "{\"name\":\"ok\",\"count\":1,\"items\":[{\"x\":1}]} | 422 | VALIDATION_FAILED | /items/0/x",
                "{\"name\":\"ok\",\"count\":1,\"items\":{}}      | 422 | VALIDATION_FAILED | /items",
                "{\"name\":\"too long\",\"count\":1}             | 422 | VALIDATION_FAILED | /name",
                "{\"name\":\"a\\nb\",\"count\":1}                | 422 | VALIDATION_FAILED | /name",
                "[]                                              | 422 | VALIDATION_FAILED |",
                "{\"name\":\"ok\",\"name\":\"no\",\"count\":1}   | 400 | MALFORMED_BODY    |",
                "{\"name\":\"ok\",\"count\":1} x                 | 400 | MALFORMED_BODY    |",
                "{\"name\":\"ok\",\"count\":1}{}                 | 400 | MALFORMED_BODY    |",
                "{\"name\":                                      | 400 | MALFORMED_BODY    |",
                "''                                              | 400 | MALFORMED_BODY    |"
            })
    void aBadBodyIsRefusedNamingTheField(
            String body, int status, String code, @Nullable String pointer) throws Exception {
        var answer = send("POST", "/v1/things", body, signed());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var problem = assertProblem(answer, code);
        if (pointer != null) {
            assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }
    }

    @Test
    void allThatIsWrongIsListed() throws Exception {
        var answer = send("POST", "/v1/things", "{\"count\":0}", signed());
        assertThat(assertProblem(answer, "VALIDATION_FAILED").path("errors")).hasSize(2);
    }

    @Test
    void aMissingPermissionIs403() throws Exception {
        var viewer = SIGNER.sign(identity(Set.of(Permission.READ)));
        var answer = send("POST", "/v1/things", "{\"name\":\"ok\",\"count\":1}", viewer);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(assertProblem(answer, "SCOPE_INSUFFICIENT").path("permission").asString())
                .isEqualTo("dr_write");
    }

    @Test
    void whatDoesNotExistIsAProblemToo() throws Exception {
        assertProblem(send("GET", "/v1/unknown", null, signed()), "NOT_FOUND");
        var wrongMethod = send("DELETE", "/v1/things", null, signed());
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertProblem(wrongMethod, "METHOD_NOT_ALLOWED");
        assertThat(wrongMethod.headers().firstValue("Allow").orElse("")).contains("POST");
        var noParameter = send("GET", "/v1/things", null, signed());
        assertThat(noParameter.statusCode()).isEqualTo(422);
        assertThat(
                        assertProblem(noParameter, "VALIDATION_FAILED")
                                .at("/errors/0/pointer")
                                .asString())
                .isEqualTo("?limit");
        assertThat(send("GET", "/v1/things?limit=x", null, signed()).statusCode()).isEqualTo(422);
    }

    @Test
    void aBugShowsNoInternals() throws Exception {
        var answer = send("GET", "/v1/broken", null, signed());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertProblem(answer, "INTERNAL_ERROR");
        assertThat(answer.body()).doesNotContain("secret internals");
    }

    @Test
    void aLargeBodyIs413AnnouncedOrNot() throws Exception {
        String large = "{\"name\":\"" + "x".repeat(1 << 20) + "\",\"count\":1}";
        assertThat(send("POST", "/v1/things", large, signed()).statusCode()).isEqualTo(413);
        var chunked =
                request("/v1/things", signed())
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(large.getBytes())))
                        .build();
        var answer = HTTP.send(chunked, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertProblem(answer, "BODY_TOO_LARGE");
    }

    @Test
    void positionsAndRequestIdTravel() throws Exception {
        var request =
                request("/v1/things?limit=3", signed())
                        .header(Positions.AT_LEAST, "dr=7")
                        .header(Correlation.REQUEST_ID, "ci-run-17")
                        .header("Interlock-Channel", "mcp")
                        .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        var body = EdgeJson.lenient().readTree(answer.body());
        assertThat(body.at("/at_least/dr").asLong()).isEqualTo(7);
        assertThat(body.path("channel").asString()).isEqualTo("mcp");
        assertThat(answer.headers().firstValue(Correlation.REQUEST_ID)).contains("ci-run-17");
    }

    @Test
    void servicesCallEachOtherWithASignedIdentity() throws Exception {
        try (var http = new InternalHttp(SIGNER)) {
            var own = ServiceIdentity.of("other-service").identity();
            var reply = http.get(url("/v1/things?limit=3"), own);
            assertThat(reply.orThrow().tree().path("channel").asString()).isEqualTo("system");
            assertThat(http.post(url("/v1/things"), Map.of("name", 1), own).status())
                    .isEqualTo(422);
        }
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, String code) {
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        var problem = EdgeJson.lenient().readTree(answer.body());
        assertThat(problem.path("code").asString()).as(answer.body()).isEqualTo(code);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("trace_id").asString()).isNotEmpty();
        return problem;
    }

    private static String signed() {
        return SIGNER.sign(identity(Set.of(Permission.values())));
    }

    private static Identity identity(Set<Permission> permissions) {
        return new Identity(
                "usr_1",
                "user",
                "human",
                "usr_1",
                "tok_1",
                "Ann",
                Set.of(),
                permissions,
                List.of(),
                List.of());
    }

    private static String url(String path) {
        var server = service.getWebServer();
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    private static HttpRequest.Builder request(String path, @Nullable String identity) {
        var request = HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(10));
        return identity == null ? request : request.header(Identity.HEADER, identity);
    }

    private static HttpResponse<String> send(
            String method, String path, @Nullable String body, @Nullable String identity)
            throws Exception {
        var request =
                request(path, identity)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
