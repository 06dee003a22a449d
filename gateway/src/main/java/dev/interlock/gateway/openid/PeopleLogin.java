package dev.interlock.gateway.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.interlock.gateway.upstream.GatewayProperties;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in with the installation's OpenID provider: the authorization code flow with PKCE (OpenID
 * Connect Core 1.0, section 3.1; RFC 7636). Each attempt belongs to the browser that began it, is
 * used once, and ends after ten minutes.
 */
@Component
public final class PeopleLogin {

    public static final String CALLBACK = "/manage/sign-in/callback";
    public static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration AT_MOST = Duration.ofSeconds(3);
    private static final int MOST = 10_000;

    /**
     * A person whom the provider vouches for.
     *
     * @param email only if the provider has verified it
     * @param next the page to go to
     */
    public record SignedIn(String issuer, String subject, @Nullable String email, String next) {}

    /**
     * @param browser a secret for the browser that begins it, to be shown again at its end
     */
    public record Begun(URI provider, String browser) {}

    /** The attempt is not one of this browser's, is over, or what the provider says is wrong. */
    public static final class LoginRefused extends Exception {

        private static final long serialVersionUID = 1;

        LoginRefused(String why) {
            super(why, null, false, false);
        }
    }

    private record Attempt(
            String browser, String nonce, String verifier, String next, Instant until) {}

    private final OidcProperties settings;
    private final GatewayProperties gateway;
    private final Providers providers;
    private final SignedTokens tokens;
    private final BoundedHttp http;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    /** By the digest of their states. Who begins very many pushes out the oldest, not all. */
    private final Map<String, Attempt> attempts =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Attempt> eldest) {
                            return size() > MOST;
                        }
                    });

    PeopleLogin(
            OidcProperties settings,
            GatewayProperties gateway,
            Providers providers,
            SignedTokens tokens,
            BoundedHttp http,
            Clock clock) {
        this.settings = settings;
        this.gateway = gateway;
        this.providers = providers;
        this.tokens = tokens;
        this.http = http;
        this.clock = clock;
    }

    public boolean isOffered() {
        return settings.issuer() != null;
    }

    /**
     * @param next where to go afterwards
     * @throws IOException if the provider cannot be asked
     */
    public Begun begin(String next) throws IOException {
        var provider = providers.of(issuer());
        if (provider.authorization() == null) {
            throw new IOException(issuer() + " lets nobody sign in");
        }
        var state = Random.text();
        var until = clock.instant().plus(PATIENCE);
        var attempt = new Attempt(Random.text(), Random.text(), Random.text(), next, until);
        attempts.put(Random.digest(state), attempt);

        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", clientId());
        query.put("redirect_uri", gateway.link(CALLBACK));
        query.put("scope", "openid email profile");
        query.put("state", state);
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", Random.digest(attempt.verifier()));
        query.put("code_challenge_method", "S256");
        var address = provider.authorization().toString();
        var to = address + (address.contains("?") ? "&" : "?") + form(query);
        return new Begun(URI.create(to), attempt.browser());
    }

    /**
     * @param issuer what the answer says of who gave it (RFC 9207); null if nothing
     * @throws LoginRefused if it must not count
     * @throws IOException if the provider cannot be asked
     */
    public SignedIn finish(String state, String code, @Nullable String issuer, String browser)
            throws LoginRefused, IOException {
        var attempt = attempts.remove(Random.digest(state));
        if (attempt == null || !clock.instant().isBefore(attempt.until())) {
            throw new LoginRefused("This attempt to sign in is over. Begin again.");
        }
        if (!attempt.browser().equals(browser)) {
            throw new LoginRefused("This attempt to sign in was begun in another browser.");
        }
        if (issuer != null && !issuer.equals(issuer())) {
            throw new LoginRefused("Another provider has answered.");
        }
        var claims =
                tokens.verified(idToken(code, attempt), issuer())
                        .orElseThrow(() -> new LoginRefused("The provider's answer is not valid."));
        return signedIn(claims, attempt);
    }

    private SignedIn signedIn(JWTClaimsSet claims, Attempt attempt) throws LoginRefused {
        try {
            var parties = claims.getAudience();
            var authorized = claims.getStringClaim("azp");
            boolean meant =
                    parties.contains(clientId())
                            && (authorized == null
                                    ? parties.size() == 1
                                    : authorized.equals(clientId()));
            var subject = claims.getSubject();
            if (!meant
                    || !attempt.nonce().equals(claims.getStringClaim("nonce"))
                    || subject == null
                    || subject.isBlank()) {
                throw new LoginRefused("The provider's answer is not for this attempt.");
            }
            var verified = claims.getClaim("email_verified");
            boolean isVerified = Boolean.TRUE.equals(verified) || "true".equals(verified);
            return new SignedIn(
                    issuer(),
                    subject,
                    isVerified ? claims.getStringClaim("email") : null,
                    attempt.next());
        } catch (ParseException e) {
            throw new LoginRefused("The provider's answer cannot be read.");
        }
    }

    private String idToken(String code, Attempt attempt) throws IOException, LoginRefused {
        var provider = providers.of(issuer());
        if (provider.token() == null) {
            throw new IOException(issuer() + " exchanges no codes");
        }
        var body =
                form(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                gateway.link(CALLBACK),
                                "code_verifier",
                                attempt.verifier()));
        var reply =
                http.send(
                        HttpRequest.newBuilder(provider.token())
                                .timeout(AT_MOST)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Accept", "application/json")
                                .header("Authorization", "Basic " + credentials())
                                .POST(BodyPublishers.ofString(body))
                                .build());
        if (reply.status() >= 500) {
            throw new IOException(provider.token() + " answers " + reply.status());
        }
        try {
            var token = json.readTree(reply.body()).path("id_token").asString("");
            if (reply.status() != 200 || token.isEmpty()) {
                throw new LoginRefused("The provider does not accept this attempt.");
            }
            return token;
        } catch (JacksonException e) {
            throw new IOException(provider.token() + " answers no JSON", e);
        }
    }

    /** RFC 6749, section 2.3.1: both encoded as in a form. */
    private String credentials() {
        var secret = Objects.requireNonNull(settings.clientSecret());
        return Base64.getEncoder()
                .encodeToString(
                        (encoded(clientId()) + ":" + encoded(secret))
                                .getBytes(StandardCharsets.UTF_8));
    }

    private String issuer() {
        return Objects.requireNonNull(settings.issuer(), "interlock.oidc.issuer");
    }

    private String clientId() {
        return Objects.requireNonNull(settings.clientId(), "interlock.oidc.client-id");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
