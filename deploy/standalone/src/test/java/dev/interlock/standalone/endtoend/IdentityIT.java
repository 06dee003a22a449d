package dev.interlock.standalone.endtoend;

import static dev.interlock.standalone.endtoend.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/**
 * Who a caller is: people by an OpenID provider, CI jobs by the tokens their CI system signs, and
 * tokens that stop working. The provider is Spring Authorization Server, with real keys.
 */
class IdentityIT {

    private static final String AUDIENCE = "https://interlock.example";

    private static OpenIdServer provider;
    private static Installation installation;
    private static Client admin;

    @BeforeAll
    static void start() throws Exception {
        provider = new OpenIdServer();
        installation =
                Installation.with(
                                Map.of(
                                        "INTERLOCK_OIDC_ISSUER",
                                        provider.issuer(),
                                        "INTERLOCK_OIDC_CLIENT_ID",
                                        OpenIdServer.CLIENT,
                                        "INTERLOCK_OIDC_CLIENT_SECRET",
                                        OpenIdServer.SECRET))
                        .start();
        admin = installation.admin();
        var begun = new Browser().get(installation.gatewayUrl() + "/manage/sign-in/oidc");
        provider.sendBackTo(parameter(location(begun), "redirect_uri"));
        admin.post("/v1/people", json("{'name':'Ann','email':'ann@example.org','roles':['qa']}"))
                .expect(201);
        admin.post("/v1/people", json("{'name':'Eve','email':'eve@example.org','roles':['qa']}"))
                .expect(201);
    }

    @AfterAll
    static void stop() throws Exception {
        installation.close();
        provider.close();
    }

    @Test
    void aRegisteredPersonSignsInAndIsBoundToTheProvidersSubject() {
        var browser = new Browser();

        var landed = browser.get(callback(browser, "ann"));

        assertThat(landed.statusCode()).as(landed.body()).isEqualTo(200);
        assertThat(landed.body()).contains("0;url=/manage/deployments");
        assertThat(landed.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("interlock_session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Strict");
        var dr =
                admin.post("/v1/deployment-requests", json("{'title':'to look at'}"))
                        .expect(201)
                        .field("id");
        var page =
                browser.get(installation.gatewayUrl() + "/manage/deployment-requests?view=" + dr);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<span>Ann</span>", "to look at");
        // a second time by the subject, whatever the address is by now
        assertThat(browser.get(callback(browser, "ann")).statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsNotRegisteredOrHasNoVerifiedAddressIsToldSo() {
        for (var name : List.of("bob", "eve")) {
            var browser = new Browser();

            var answer = browser.get(callback(browser, name));

            assertThat(answer.statusCode()).as(name).isEqualTo(403);
            assertThat(answer.body()).contains("You are not registered here");
            assertThat(String.join("\n", answer.headers().allValues("Set-Cookie")))
                    .doesNotContain("interlock_session=");
        }
    }

    @Test
    void anAnswerCountsOnceAndInTheBrowserThatAskedForIt() {
        var browser = new Browser();
        var stolen = callback(browser, "ann");
        assertThat(new Browser().get(stolen).statusCode()).isEqualTo(403);
        assertThat(browser.get(stolen).statusCode()).as("used up by the attempt").isEqualTo(403);

        var once = callback(browser, "ann");
        assertThat(browser.get(once).statusCode()).isEqualTo(200);
        assertThat(browser.get(once).statusCode()).isEqualTo(403);
    }

    @Test
    void aForeignStateCodeOrIssuerIsRefused() {
        var browser = new Browser();
        assertThat(browser.get(changed(callback(browser, "ann"), "state", "x")).statusCode())
                .isEqualTo(403);
        assertThat(browser.get(changed(callback(browser, "ann"), "code", "x")).statusCode())
                .isEqualTo(403);
        assertThat(
                        browser.get(callback(browser, "ann") + "&iss=https%3A%2F%2Fother.example")
                                .statusCode())
                .isEqualTo(403);
        // the provider insists on the proof that only the browser's attempt has
        var begun = location(browser.get(signIn()));
        assertThat(begun).contains("code_challenge_method=S256", "nonce=", "state=");
    }

    @Test
    void aJobMayWhatTheFittingPolicyAllowsAndNoMore() {
        var policy =
                policy(
                        """
                        {"issuer":"%s","audience":"%s","claims":{"repository_id":"4711"},
                         "actions":["check"],"products":["api"]}"""
                                .formatted(provider.issuer(), AUDIENCE));
        try {
            var job = admin.as(jobToken());

            var who = job.get("/v1/whoami").expect(200);
            assertThat(who.field("actor_kind")).isEqualTo("ci");
            assertThat(who.field("principal")).isEqualTo(policy);
            assertThat(check(job, "api").status()).isEqualTo(200);
            assertThat(check(job, "web").status()).isEqualTo(403);
            assertThat(job.post("/v1/people", "{}").status()).isEqualTo(403);
        } finally {
            admin.send("DELETE", "/v1/trust-policies/" + policy, "").expect(204);
        }
        assertThat(admin.as(jobToken()).get("/v1/whoami").status()).isEqualTo(401);
    }

    @Test
    void aTokenThatIsWrongInAnyWayIsNobodys() throws JOSEException {
        var policy =
                policy(
                        """
                        {"issuer":"%s","audience":"%s","claims":{"repository_id":"4711"},
                         "actions":["read"]}"""
                                .formatted(provider.issuer(), AUDIENCE));
        try {
            assertThat(status(signed(c -> {}))).isEqualTo(200);
            assertThat(status(signed(c -> c.claim("repository_id", "4712")))).isEqualTo(401);
            assertThat(status(signed(c -> c.audience(List.of("other"))))).isEqualTo(401);
            assertThat(status(signed(c -> c.issuer("https://other.example")))).isEqualTo(401);
            var past = Instant.now().minusSeconds(600);
            assertThat(status(signed(c -> c.issuedAt(past).expiresAt(past.plusSeconds(300)))))
                    .isEqualTo(401);
            assertThat(status(signed(c -> c.notBefore(Instant.now().plusSeconds(300)))))
                    .isEqualTo(401);
            assertThat(status(signed(c -> c.issuedAt(Instant.now().plusSeconds(200)))))
                    .isEqualTo(401);
            assertThat(status(signed(c -> c.claims(all -> all.remove("exp"))))).isEqualTo(401);

            var theirs = provider.key();
            var mine = new RSAKeyGenerator(2048).keyID(theirs.getKeyID()).generate();
            assertThat(status(rsa(mine))).as("another key of the same name").isEqualTo(401);
            assertThat(status(rsa(theirs))).as("the right key").isEqualTo(200);
            assertThat(status(hmac(theirs))).as("the public key as a secret").isEqualTo(401);
            var parts = rsa(theirs).split("\\.");
            assertThat(status("eyJhbGciOiJub25lIn0." + parts[1] + ".")).isEqualTo(401);
        } finally {
            admin.send("DELETE", "/v1/trust-policies/" + policy, "").expect(204);
        }
    }

    @Test
    void aPolicyBySubAloneOrOfAnIssuerWithoutTlsIsRefused() {
        var bySub =
                admin.post(
                        "/v1/trust-policies",
                        """
                        {"issuer":"https://ci.example","audience":"a","claims":{"sub":"repo:a/b"},
                         "actions":["deploy"]}""");
        assertThat(bySub.status()).isEqualTo(422);
        assertThat(bySub.at("/errors/0/pointer")).isEqualTo("/claims");
        assertThat(bySub.at("/errors/0/detail")).contains("repository_id", "sub");
        var plain =
                admin.post(
                        "/v1/trust-policies",
                        """
                        {"issuer":"http://ci.example","audience":"a",
                         "claims":{"repository_id":"1"},"actions":["deploy"]}""");
        assertThat(plain.at("/errors/0/pointer")).isEqualTo("/issuer");
    }

    @Test
    void whatIsTakenAwayStopsWithinTwoSeconds() {
        var person = admin.post("/v1/people", json("{'name':'Lou','roles':['qa']}")).field("id");
        var first = token(person);
        stops(admin.as(first.field("token")), "DELETE", "/v1/tokens/" + first.field("id"));
        var second = admin.as(token(person).field("token"));
        stops(second, "POST", "/v1/people/" + person + "/deactivate");
        admin.post("/v1/people/" + person + "/reactivate", "").expect(204);
        assertThat(second.get("/v1/whoami").status()).isEqualTo(200);
    }

    @Test
    void aRoleForStagingWritesRequestsForStagingOnly() {
        for (var name : List.of("staging", "production")) {
            admin.post("/v1/environments", json("{'name':'%s','type':'%s'}".formatted(name, name)))
                    .expect(201);
        }
        var person = admin.post("/v1/people", json("{'name':'Max'}")).expect(201).field("id");
        var granted =
                admin.post(
                                "/v1/people/" + person + "/roles",
                                json("{'role':'developer','environments':['staging']}"))
                        .expect(200);
        var max = admin.as(token(person).field("token"));

        assertThat(draft(max, "staging").status()).isEqualTo(201);
        assertThat(draft(max, "production").field("code")).isEqualTo("SCOPE_INSUFFICIENT");

        var grant = granted.at("/grants/0/id");
        admin.send("DELETE", "/v1/people/" + person + "/roles/" + grant, "").expect(204);
        assertThat(draft(max, "staging").status()).isEqualTo(403);
    }

    private static Client.Answer draft(Client by, String environment) {
        return by.post(
                "/v1/deployment-requests",
                json(
                        "{'title':'t','items':[{'product':'api','version':'1'}],'environments':['%s']}"
                                .formatted(environment)));
    }

    private static void stops(Client caller, String method, String path) {
        caller.get("/v1/whoami").expect(200);
        admin.send(method, path, "").expect(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> caller.get("/v1/whoami").status() == 401);
    }

    private static Client.Answer token(String person) {
        return admin.post(
                        "/v1/tokens",
                        json("{'kind':'personal','name':'t','person':'" + person + "'}"))
                .expect(201);
    }

    private static String policy(String body) {
        return admin.post("/v1/trust-policies", body).expect(201).field("id");
    }

    private static Client.Answer check(Client by, String product) {
        return by.post(
                "/v1/gate/checks",
                json(
                        "{'product':'%s','version':'1','environment':'somewhere'}"
                                .formatted(product)));
    }

    /** As a job gets it: from the provider, for the credentials of its runner. */
    private static String jobToken() {
        return new Browser()
                .job(provider.issuer() + "/oauth2/token", "ci", OpenIdServer.PASSWORD)
                .body()
                .replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private static String signed(Consumer<JwtClaimsSet.Builder> change) {
        var claims =
                JwtClaimsSet.builder()
                        .issuer(provider.issuer())
                        .subject("repo:owner/name")
                        .audience(List.of(AUDIENCE))
                        .issuedAt(Instant.now())
                        .expiresAt(Instant.now().plusSeconds(300))
                        .claim("repository_id", "4711");
        change.accept(claims);
        return provider.sign(claims.build());
    }

    private static String rsa(RSAKey key) throws JOSEException {
        var jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                        claims());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static String hmac(RSAKey key) throws JOSEException {
        var jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(),
                        claims());
        jwt.sign(new MACSigner(key.toPublicJWK().toJSONString()));
        return jwt.serialize();
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .audience(AUDIENCE)
                .subject(UUID.randomUUID().toString())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("repository_id", 4711)
                .build();
    }

    private static int status(String token) {
        return admin.as(token).get("/v1/whoami").status();
    }

    private static String signIn() {
        return installation.gatewayUrl() + "/manage/sign-in/oidc?next=/manage/deployments";
    }

    /** Where the provider sends the browser back to, with a code for this person. */
    private static String callback(Browser browser, String name) {
        var begun = browser.get(signIn());
        HttpResponse<String> answer = browser.signIn(location(begun), name, OpenIdServer.PASSWORD);
        return location(answer).replace("localhost", "127.0.0.1");
    }

    private static String changed(String address, String parameter, String value) {
        return address.replaceAll("([?&]" + parameter + "=)[^&]*", "$1" + value);
    }

    private static String parameter(String address, String name) {
        var encoded = address.replaceAll(".*[?&]" + name + "=([^&]*).*", "$1");
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
