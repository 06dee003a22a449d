package dev.interlock.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.edge.EdgeJson;
import dev.interlock.gateway.FakeService.Answer;
import dev.interlock.gateway.identity.BearerToken;
import dev.interlock.gateway.identity.Identities;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;

/** The whole gateway over real HTTP, before services that answer as told. */
class GatewayTest {

    private static final String GOOD = "ilp_good";
    private static final String GOOD_HASH = BearerToken.hash(GOOD).orElseThrow();
    private static final String ANN =
            """
            {"principal":"usr_1","kind":"user","actor_kind":"human","person":"usr_1","token_id":"tok_1",
             "name":"Ann","roles":[],"permissions":[%s],"products":[],"environments":[]}""";
    private static final String EVENT =
            """
            {"product_name":"api-service","version":"2.15.0","environment_name":"production","status":"%s",
             "source_system":"github","invoke_id":"17","extra_metadata":{"vi_gh_run_attempt":"1"}}""";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static FakeService dr;
    private static FakeService approval;
    private static FakeService rules;
    private static ServletWebServerApplicationContext gateway;

    @BeforeAll
    static void start() throws Exception {
        dr = new FakeService();
        approval = new FakeService();
        rules = new FakeService();
        gateway =
                (ServletWebServerApplicationContext)
                        SpringApplication.run(
                                GatewayApplication.class,
                                "--spring.config.name=gateway",
                                "--server.port=0",
                                "--interlock.identity.secret=0123456789abcdef0123456789abcdef",
                                "--interlock.public-url=http://gate.example",
                                "--interlock.services.dr=" + dr.url(),
                                "--interlock.services.approval=" + approval.url(),
                                "--interlock.services.rules=" + rules.url(),
                                "--interlock.services.notification=http://127.0.0.1:1",
                                "--interlock.versioner.longest-wait=1s",
                                "--interlock.versioner.first-pause=50ms");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        dr.close();
        approval.close();
        rules.close();
    }

    @BeforeEach
    void everythingWorks() {
        gateway.getBean(Identities.class).forgetAll();
        approval.answer(knowing("\"read\",\"gate_check\",\"deployment_report\",\"build_report\""));
        dr.answer(asked -> Answer.of(200, "{}"));
        rules.answer(asked -> Answer.of(200, "{\"decision\":\"allow\"}"));
    }

    private static java.util.function.Function<FakeService.Asked, Answer> knowing(
            String permissions) {
        return asked ->
                asked.uri().equals("/internal/tokens/resolve")
                        ? asked.body().contains(GOOD_HASH)
                                ? Answer.of(200, ANN.formatted(permissions))
                                : Answer.of(404, "{}")
                        : Answer.of(200, "{\"from\":\"approval\"}");
    }

    @Test
    void withoutAValidTokenNothingIsPassedOn() throws Exception {
        for (String token : new String[] {null, "ilp_bad"}) {
            var answer = send("GET", "/v1/environments", null, token);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
            assertThat(json(answer).path("code").asString()).isEqualTo("UNAUTHENTICATED");
        }
        assertThat(dr.asked()).isEmpty();
    }

    @Test
    void everyAnswerOfTheApiSaysWhatIsLeftOfTheCallersShare() throws Exception {
        var read = send("GET", "/v1/environments", null, GOOD).headers();
        assertThat(read.firstValue("RateLimit-Policy")).contains("\"default\";q=60000;w=60");
        assertThat(read.firstValue("RateLimit").orElse("")).matches("\"default\";r=\\d+;t=\\d+");
        var asked = send("POST", "/v1/gate/checks", "{}", GOOD).headers();
        assertThat(asked.firstValue("RateLimit-Policy")).contains("\"gate\";q=600000;w=60");
        var compatible = send("POST", "/deployment-events/", EVENT.formatted("success"), GOOD);
        assertThat(compatible.headers().firstValue("RateLimit"))
                .as("its clients would take a 429 for leave to go on")
                .isEmpty();
    }

    @Test
    void approvalServiceDownIs503AndNot401() throws Exception {
        approval.answer(asked -> Answer.of(500, "{}"));
        var answer = send("GET", "/v1/environments", null, GOOD);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("code").asString()).isEqualTo("SERVICE_UNAVAILABLE");
    }

    @Test
    void aCallGoesOnWithASignedIdentityAndWithoutTheToken() throws Exception {
        dr.answer(asked -> new Answer(201, "{ \"raw\" :1}", "dr=7"));
        var request =
                request("/v1/deployment-requests?x=%20a", GOOD)
                        .header(Identity.HEADER, "forged")
                        .header("Interlock-Channel", "system")
                        .header("Cookie", "a=b")
                        .header("If-Match", "\"2\"")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{ \"title\":\"x\" }"))
                        .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{ \"raw\" :1}");
        assertThat(answer.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(answer.headers().firstValue("Interlock-Position")).contains("dr=7");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        var asked = dr.asked().getFirst();
        assertThat(asked.uri()).isEqualTo("/v1/deployment-requests?x=%20a");
        assertThat(asked.body()).isEqualTo("{ \"title\":\"x\" }");
        assertThat(asked.header("If-Match")).isEqualTo("\"2\"");
        assertThat(asked.header(Identity.HEADER)).startsWith("ey").doesNotContain("forged");
        assertThat(asked.exchange().getRequestHeaders().get(Identity.HEADER)).hasSize(1);
        assertThat(asked.header("Authorization")).isNull();
        assertThat(asked.header("Cookie")).isNull();
        assertThat(asked.header("Interlock-Channel")).isNull();
        assertThat(asked.header("X-Request-Id"))
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElse(null));
    }

    @Test
    void aGateCheckMustHaveSeenEveryAnswerBefore() throws Exception {
        dr.answer(asked -> new Answer(200, "{}", "dr=1000,approval=5"));
        send("POST", "/v1/environments", "{}", GOOD);
        var request =
                request("/v1/gate/checks", GOOD)
                        .header("Interlock-At-Least", "approval=9,rules=2")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build();
        HTTP.send(request, BodyHandlers.ofString());
        assertThat(rules.asked().getLast().header("Interlock-At-Least"))
                .isEqualTo("approval=9,dr=1000,rules=2");
        send("POST", "/v1/gate/checks", "{}", GOOD);
        assertThat(rules.asked().getLast().header("Interlock-At-Least"))
                .isEqualTo("approval=5,dr=1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/events",
                "/internal/tokens/resolve",
                "/v1/rules/..%2f..%2finternal/events",
                "/v1/nothing",
                "/nothing"
            })
    void internalAndUnknownPathsAreNotPassedOn(String path) throws Exception {
        approval.asked().clear();
        var answer = send("GET", path, null, GOOD);
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(dr.asked()).isEmpty();
        assertThat(rules.asked()).isEmpty();
        assertThat(approval.asked())
                .allMatch(asked -> asked.method().equals("POST") && path.startsWith("/v1"));
    }

    @Test
    void aDeadServiceIs503() throws Exception {
        var answer = send("GET", "/v1/inbox", null, GOOD);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(answer).path("trace_id").asString()).isNotEmpty();
    }

    @Test
    void aRevokedTokenIsRefusedWithTheNextCall() throws Exception {
        assertThat(send("GET", "/v1/environments", null, GOOD).statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "/v1/tokens/tok_1", null, GOOD).statusCode()).isEqualTo(200);
        approval.answer(asked -> Answer.of(404, "{}"));
        assertThat(send("GET", "/v1/environments", null, GOOD).statusCode()).isEqualTo(401);
    }

    @Test
    void aBodyOverTheLimitIs413AnnouncedOrNot() throws Exception {
        String large = "x".repeat((1 << 20) + 1);
        assertThat(send("POST", "/v1/environments", large, GOOD).statusCode()).isEqualTo(413);
        var chunked =
                request("/v1/environments", GOOD)
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(large.getBytes())))
                        .build();
        assertThat(HTTP.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(send("POST", "/v1/environments", "x".repeat(1 << 20), GOOD).statusCode())
                .isEqualTo(200);
        assertThat(dr.asked().getLast().body()).hasSize(1 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deployment-events/", "/deployment-events", "//deployment-events/"})
    void aStartIsTranslatedBothWays(String path) throws Exception {
        dr.answer(asked -> new Answer(200, admitted(), "dr=3"));
        var answer = send("POST", path, EVENT.formatted("in_progress"), GOOD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var body = json(answer);
        assertThat(body.path("id").asString()).isEqualTo("dep_1");
        assertThat(body.path("deployed_at").asString()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(body.path("completed_at").isNull()).isTrue();
        var report = EdgeJson.strict().readTree(dr.asked().getFirst().body());
        assertThat(dr.asked().getFirst().uri()).isEqualTo("/internal/deployment-reports");
        assertThat(report.path("status").asString()).isEqualTo("started");
        assertThat(report.path("product_name").asString()).isEqualTo("api-service");
        assertThat(report.path("run_key").asString()).isNotEmpty();
        assertThat(report.path("run_attempt").asInt()).isEqualTo(1);
    }

    @Test
    void anUndecidableStartIs428WhicheverPartIsDown() throws Exception {
        dr.answer(asked -> Answer.of(503, "{\"code\":\"DECISION_UNAVAILABLE\"}"));
        assertUndecidable(send("POST", "/deployment-events/", EVENT.formatted("started"), GOOD));
        assertThat(dr.asked().size()).isGreaterThan(1);
        dr.answer(asked -> Answer.of(200, "not json"));
        assertUndecidable(send("POST", "/deployment-events/", EVENT.formatted("started"), GOOD));
        approval.answer(asked -> Answer.of(503, "{}"));
        gateway.getBean(Identities.class).forgetAll();
        assertUndecidable(send("POST", "/deployment-events/", EVENT.formatted("started"), GOOD));
    }

    @Test
    void aStartIsDecidedAsSoonAsItCanBe() throws Exception {
        var calls = new AtomicInteger();
        dr.answer(
                asked ->
                        calls.incrementAndGet() < 3
                                ? Answer.of(503, "{}")
                                : Answer.of(200, admitted()));
        assertThat(
                        send("POST", "/deployment-events/", EVENT.formatted("started"), GOOD)
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void otherReportsAre503WhenTheyCannotBeRecorded() throws Exception {
        dr.answer(asked -> Answer.of(503, "{}"));
        var answer = send("POST", "/deployment-events/", EVENT.formatted("success"), GOOD);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).path("detail").isString()).isTrue();
    }

    @Test
    void authenticationErrorsHaveADetail() throws Exception {
        var unknown = send("POST", "/deployment-events/", EVENT.formatted("started"), "ilp_bad");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(json(unknown).path("detail").isString()).isTrue();
        approval.answer(knowing("\"read\""));
        gateway.getBean(Identities.class).forgetAll();
        var forbidden = send("POST", "/deployment-events/", EVENT.formatted("started"), GOOD);
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(json(forbidden).path("detail").isString()).isTrue();
        assertThat(dr.asked()).isEmpty();
    }

    @Test
    void skippingTheGateNeedsThePermissionAndSkipsNothing() throws Exception {
        String skip =
                EVENT.formatted("started")
                        .replace("{\"product", "{\"skip_preflight_checks\":true,\"product");
        assertThat(send("POST", "/deployment-events/", skip, GOOD).statusCode()).isEqualTo(403);
        approval.answer(knowing("\"deployment_report\",\"override\""));
        gateway.getBean(Identities.class).forgetAll();
        dr.answer(asked -> Answer.of(200, admitted()));
        assertThat(send("POST", "/deployment-events/", skip, GOOD).statusCode()).isEqualTo(200);
        assertThat(dr.asked().getFirst().body()).contains("\"skip_preflight_checks\":true");
    }

    @Test
    void aBuildWithAnotherShaIsAConflictInBothReadings() throws Exception {
        dr.answer(asked -> Answer.of(409, "{\"code\":\"VERSION_SHA_CONFLICT\",\"detail\":\"x\"}"));
        var answer =
                send(
                        "POST",
                        "/build-events/",
                        "{\"product_name\":\"p\",\"version\":\"1.2.3\",\"status\":\"built\"}",
                        GOOD);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("detail").asString())
                .isEqualTo("Version 1.2.3 already exists with different SHA");
        assertThat(json(answer).path("message")).isEqualTo(json(answer).path("detail"));
    }

    @Test
    void aFieldRefusedByTheServiceIsNamed() throws Exception {
        dr.answer(
                asked ->
                        Answer.of(
                                422,
                                "{\"code\":\"VALIDATION_FAILED\",\"errors\":[{\"pointer\":\"/environment_name\",\"detail\":\"contains /\"}]}"));
        var answer = send("POST", "/deployment-events/", EVENT.formatted("started"), GOOD);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/detail/0/loc/1").asString()).isEqualTo("environment_name");
    }

    @Test
    void onlyPostIsTaken() throws Exception {
        assertThat(send("GET", "/deployment-events/", null, GOOD).statusCode()).isEqualTo(405);
    }

    private static String admitted() {
        return """
        {"outcome":"admitted","deployment":{"id":"dep_1","product_id":"p","product_name":"api-service",
         "version_id":"v","version":"2.15.0","environment_id":"e","environment_name":"production",
         "status":"started","deployed_at":"2026-03-01T10:00:00Z","extra_metadata":{},"ungated":false,
         "a_newer_field":1}}""";
    }

    private static void assertUndecidable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(428);
        for (var reading :
                Map.of("top", json(answer), "detail", json(answer).path("detail")).values()) {
            assertThat(reading.path("error").asString()).isEqualTo("deployment_blocked");
            assertThat(reading.path("code").asString()).isEqualTo("DECISION_UNAVAILABLE");
            assertThat(reading.path("retry_after").asString()).endsWith("Z");
            assertThat(reading.path("details").isObject()).isTrue();
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return EdgeJson.lenient().readTree(answer.body());
    }

    private static HttpRequest.Builder request(String path, @Nullable String token) {
        var server = gateway.getWebServer();
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                        .timeout(Duration.ofSeconds(20));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(
            String method, String path, @Nullable String body, @Nullable String token)
            throws Exception {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request =
                request(path, token)
                        .header("Content-Type", "application/json")
                        .method(method, publisher)
                        .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
