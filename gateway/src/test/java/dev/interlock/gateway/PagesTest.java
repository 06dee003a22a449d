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
                                "--interlock.services.approval=" + services.url());
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
        return Answer.of(404, "{\"code\":\"NOT_FOUND\"}");
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
