package dev.interlock.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.gateway.FakeService.Answer;
import dev.interlock.gateway.identity.BearerToken;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

class PagesTest {

    private static final String TOKEN = "ilp_good";
    private static final String ANN =
            """
            {"principal":"usr_1","kind":"user","actor_kind":"human","person":"usr_1","token_id":"tok_1",
             "name":"<b>Ann</b>","roles":[],"permissions":["read"],"products":[],"environments":[]}""";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What was decided through the pages. */
    private static final List<String> DECIDED = new CopyOnWriteArrayList<>();

    private static FakeService services;
    private static ServletWebServerApplicationContext gateway;

    @BeforeAll
    static void start() throws Exception {
        services = new FakeService();
        services.answer(PagesTest::answer);
        gateway =
                (ServletWebServerApplicationContext)
                        SpringApplication.run(
                                GatewayApplication.class,
                                "--spring.config.name=gateway",
                                "--server.port=0",
                                "--interlock.identity.secret=0123456789abcdef0123456789abcdef",
                                "--interlock.services.dr=" + services.url(),
                                "--interlock.services.approval=" + services.url(),
                                "--interlock.services.rules=" + services.url());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        services.close();
    }

    private static Answer answer(FakeService.Asked asked) {
        String uri = asked.uri();
        if (uri.equals("/internal/tokens/resolve")) {
            return asked.body().contains(BearerToken.hash(TOKEN).orElseThrow())
                    ? Answer.of(200, ANN)
                    : Answer.of(404, "{}");
        }
        if (uri.equals("/v1/deployments/dep_1")) {
            return Answer.of(
                    200,
                    """
                    {"id":"dep_1","product":"<script>alert(1)</script>","version":"2.15.0","environment":"production",
                     "status":"refused","deployed_at":"2026-03-01T10:00:00Z","deployment_requests":["DR-142"],
                     "decision":{"allowed":false,"code":"APPROVAL_REQUIRED","message":"two are missing","findings":[
                       {"builtin":"deployment_request","code":"APPROVAL_REQUIRED","outcome":"failed","mode":"enforce",
                        "message":"qa is missing","waiting_on":[{"detail":"1 of qa"}],"who_can_fix":[]},
                       {"rule":{"id":"rul_1","name":"releases","version":1},"code":"DR_REQUIRED","outcome":"passed",
                        "mode":"enforce","message":"ok","waiting_on":[],"who_can_fix":[]}]}}""");
        }
        if (uri.equals("/v1/versions/v-2")) {
            return Answer.of(
                    200,
                    """
                    {"id":"v-2","product":"api-service","version":"2.15.0","registered_at":"2026-03-01T09:00:00Z",
                     "deployments":[{"environment":"staging","runs_now":true,"status":"completed"}]}""");
        }
        if (uri.equals("/v1/version-approvals?product=api-service&version=2.15.0")) {
            return Answer.of(
                    200,
                    """
                    {"product":"api-service","version":"2.15.0","state":"rejected","standing":[],"history":[
                     {"id":"vrj_1","decision":"rejected","type":"security","by":{"id":"usr_s","name":"<i>Sam</i>"},
                      "at":"2026-03-01T10:00:00Z","comment":"leaks","stands":true,"machine":false}]}""");
        }
        if (uri.equals("/v1/deployment-requests/DR-142")) {
            return Answer.of(
                    200,
                    "{\"id\":\"DR-142\",\"title\":\"Release\",\"state\":\"draft\",\"revision\":1,\"items\":[],\"slots\":[]}");
        }
        if (uri.equals("/v1/deployment-requests/DR-142/approvals")) {
            return Answer.of(
                    200,
                    """
                    {"dr":"DR-142","slots":[{"id":"qa","optional":false,"needed":2,"approved":1,"missing":1,
                       "who_can":{"roles":["qa"],"people":[{"id":"usr_q","name":"Quinn"}]}}],
                     "decisions":[{"id":"apr_1","decision":"approved","slot":"qa","revision":1,"counts":false,
                       "why_not":"stale","person":{"id":"usr_s","name":"<i>Sam</i>"},"at":"2026-03-01T10:00:00Z"}]}""");
        }
        return asked(asked);
    }

    /** A request in progress that Ann can decide on, once. */
    private static Answer asked(FakeService.Asked asked) {
        return switch (asked.uri()) {
            case "/v1/deployment-requests/DR-7" ->
                    Answer.of(
                            200,
                            """
                            {"id":"DR-7","title":"Payments","state":"in_progress","revision":2,"author":"usr_a",
                             "description":"<i>why</i>","superseded_by":"DR-9","environments":["production"],
                             "items":[{"product":"payments","version":"3.1"}],"slots":[],
                             "steps":[{"title":"warn support","phase":"pre","environment":"production","required":true}]}""");
            case "/v1/people/usr_a" -> Answer.of(200, "{\"id\":\"usr_a\",\"name\":\"Dora\"}");
            case "/v1/tasks?limit=200&dr=DR-7" ->
                    Answer.of(
                            200, "{\"items\":[{\"dr\":\"DR-7\",\"slot\":\"qa\",\"revision\":2}]}");
            case "/v1/deployment-requests/DR-7/diff" ->
                    Answer.of(
                            200,
                            "{\"from\":1,\"to\":2,\"changes\":[{\"sentence\":\"payments goes from 3.0 to 3.1\"}]}");
            case "/v1/deployment-requests/DR-7/readiness" ->
                    Answer.of(
                            200,
                            """
                            {"readiness":"awaiting_approval","targets":[{"product":"payments","version":"3.1",
                             "environment":"production","status":"pending","decision":"block","missing":[
                              {"code":"APPROVAL_REQUIRED","message":"1 of qa is missing","mode":"enforce"}]}]}""");
            case "/v1/deployment-requests/DR-7/approvals" -> {
                if (asked.body().isEmpty()) {
                    yield Answer.of(200, "{\"dr\":\"DR-7\",\"slots\":[],\"decisions\":[]}");
                }
                DECIDED.add(asked.body());
                yield asked.body().contains("\"revision\":1")
                        ? Answer.of(
                                409,
                                "{\"code\":\"STALE_REVISION\",\"detail\":\"revision 2 is the newest\"}")
                        : Answer.of(201, "{\"id\":\"apr_1\"}");
            }
            default -> Answer.of(404, "{\"code\":\"NOT_FOUND\"}");
        };
    }

    @Test
    void theApiIsDescribedForProgramsAndForPeople() throws Exception {
        var yaml = get("/openapi.yaml", "");
        assertThat(yaml.statusCode()).isEqualTo(200);
        assertThat(yaml.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/yaml");
        assertThat(yaml.body())
                .isEqualTo(Files.readString(Path.of("../docs/reference/openapi.yaml")));

        var docs = get("/docs", "");
        assertThat(docs.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(docs.body())
                .contains("POST /v1/gate/checks", "Idempotency-Key", "id=\"schema-Problem\"")
                .doesNotContain("<script", "=\"http");
    }

    @Test
    void theLandingPageIsOpenAndStrict() throws Exception {
        var page = get("/", "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body()).doesNotContain("<script");
        assertThat(get("/assets/interlock.css", "").statusCode()).isEqualTo(200);
    }

    @Test
    void everyCodeHasAPageInBothForms() throws Exception {
        var html = get("/problems/APPROVAL_REQUIRED", "", "text/html");
        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.body()).contains("<h1>APPROVAL_REQUIRED</h1>").contains("What to do");
        var plain = get("/problems/APPROVAL_REQUIRED", "", "text/plain");
        assertThat(plain.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(plain.body()).startsWith("APPROVAL_REQUIRED (HTTP 428)");
        assertThat(get("/problems/APPROVAL_REQUIRED", "").statusCode()).isEqualTo(200);
        assertThat(
                        get("/problems/<script>".replace("<", "%3C").replace(">", "%3E"), "")
                                .statusCode())
                .isEqualTo(404);
        assertThat(get("/problems", "").body()).contains("/problems/DR_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/manage/deployments?view=dep_1",
                "/manage/versions?view=v-2",
                "/manage/catalog?tab=versions&view=v-2",
                "/manage/deployment-requests?view=DR-142"
            })
    void aPageAsksToSignInAndThenShows(String path) throws Exception {
        var before = get(path, "");
        assertThat(before.statusCode()).isEqualTo(401);
        assertThat(before.body()).contains("Personal token").contains("action=\"/manage/sign-in\"");
        var after = get(path, signedIn(path));
        assertThat(after.statusCode()).as(after.body()).isEqualTo(200);
        assertThat(after.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(after.body()).contains("&lt;b&gt;Ann&lt;/b&gt;").contains("Sign out");
    }

    @Test
    void aRefusedDeploymentShowsItsDecisionEscaped() throws Exception {
        var page = get("/manage/deployments?view=dep_1", signedIn("/"));
        assertThat(page.body())
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("blocked")
                .contains("/problems/APPROVAL_REQUIRED")
                .contains("qa is missing")
                .contains("1 of qa")
                .contains("releases");
    }

    @Test
    void aDeploymentRequestShowsWhatIsMissingAndWhatWasDecided() throws Exception {
        var page = get("/manage/deployment-requests?view=DR-142", signedIn("/"));
        assertThat(page.body())
                .contains("1 of 2")
                .contains("Quinn")
                .contains("qa approved")
                .contains("no: the contents changed since")
                .contains("&lt;i&gt;Sam&lt;/i&gt;");
    }

    @Test
    void whoIsAskedSeesWhatChangedAndDecidesOnThePage() throws Exception {
        String session = signedIn("/");
        var page = get("/manage/deployment-requests?view=DR-7", session);
        assertThat(page.body())
                .contains("Dora", "awaiting approval", "payments goes from 3.0 to 3.1")
                .contains("1 of qa is missing", "/problems/APPROVAL_REQUIRED", "warn support")
                .contains("view=DR-9", "&lt;i&gt;why&lt;/i&gt;")
                .contains("<button name=\"decision\" value=\"approve\">");

        var done =
                decide("decision=approve&slot=qa&revision=2&comment=seen", session, "same-origin");
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(DECIDED)
                .singleElement()
                .asString()
                .contains("\"slot\":\"qa\"", "\"revision\":2", "\"comment\":\"seen\"");

        var stale = decide("decision=approve&slot=qa&revision=1", session, "same-origin");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("revision 2 is the newest", "Dora");
    }

    @Test
    void aDecisionFromElsewhereOrWithoutASessionIsNone() throws Exception {
        var before = DECIDED.size();
        String form = "decision=approve&slot=qa&revision=2";
        assertThat(decide(form, signedIn("/"), "cross-site").statusCode()).isEqualTo(403);
        assertThat(decide(form, "", "same-origin").statusCode()).isEqualTo(401);
        assertThat(decide("decision=undo&slot=qa&revision=2", signedIn("/"), "same-origin"))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(422);
        assertThat(get("/manage/deployment-requests?view=DR-7&" + form, signedIn("/")).statusCode())
                .isEqualTo(200);
        assertThat(DECIDED).hasSize(before);
    }

    private static HttpResponse<String> decide(String form, String session, String site)
            throws Exception {
        return HTTP.send(
                request("/manage/deployment-requests", session)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", site)
                        .POST(BodyPublishers.ofString("view=DR-7&" + form))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void aVersionShowsThatItWasRejectedAndByWhom() throws Exception {
        var page = get("/manage/versions?view=v-2", signedIn("/"));
        assertThat(page.body())
                .contains("Rejected.")
                .contains("&lt;i&gt;Sam&lt;/i&gt;")
                .contains("leaks")
                .contains("staging");
    }

    @Test
    void whatDoesNotExistIs404() throws Exception {
        String session = signedIn("/");
        assertThat(get("/manage/deployments?view=dep_9", session).statusCode()).isEqualTo(404);
        assertThat(get("/manage/deployments?view=..%2Finternal", session).statusCode())
                .isEqualTo(404);
        assertThat(get("/manage/deployments", session).statusCode()).isEqualTo(404);
        assertThat(get("/manage/versions?view=v-9", session).statusCode()).isEqualTo(404);
    }

    @Test
    void theCookieIsOpaqueAndStrict() throws Exception {
        var answer = signIn(TOKEN, "/manage/deployments?view=dep_1", "same-origin");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/manage/deployments?view=dep_1")
                .doesNotContain(TOKEN);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/manage")
                .doesNotContain(TOKEN)
                .doesNotContain(BearerToken.hash(TOKEN).orElseThrow());
    }

    @Test
    void aWrongTokenOrAnotherSitesFormSignsNobodyIn() throws Exception {
        var wrong = signIn("ilp_bad", "/", "same-origin");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        var foreign = signIn(TOKEN, "/", "cross-site");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        String session = signedIn("/");
        var out =
                HTTP.send(
                        request("/manage/sign-out", session).POST(BodyPublishers.noBody()).build(),
                        BodyHandlers.ofString());
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(get("/manage/deployments?view=dep_1", session).statusCode()).isEqualTo(401);
    }

    private static String signedIn(String next) throws Exception {
        return signIn(TOKEN, next, "same-origin")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
    }

    private static HttpResponse<String> signIn(String token, String next, String site)
            throws Exception {
        return HTTP.send(
                request("/manage/sign-in", "")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", site)
                        .POST(
                                BodyPublishers.ofString(
                                        "token="
                                                + token
                                                + "&next="
                                                + java.net.URLEncoder.encode(
                                                        next,
                                                        java.nio.charset.StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, String cookie) throws Exception {
        return get(path, cookie, "*/*");
    }

    private static HttpResponse<String> get(String path, String cookie, String accept)
            throws Exception {
        return HTTP.send(
                request(path, cookie).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String cookie) {
        var server = gateway.getWebServer();
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                        .timeout(Duration.ofSeconds(20));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }
}
