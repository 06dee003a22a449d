package dev.interlock.gateway.openid;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Providers by issuer, discovered as OpenID Connect Discovery 1.0 says. Ask only for issuers that
 * an admin has named.
 */
@Component
final class Providers {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final long KEYS_KEPT_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final long KEYS_WAIT_MILLIS = Duration.ofSeconds(4).toMillis();

    /** A key id that is not known is looked for again, but not more often than this. */
    private static final long KEYS_ASKED_AGAIN_MILLIS = Duration.ofSeconds(10).toMillis();

    private static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final BoundedHttp http;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final ConcurrentHashMap<String, Provider> known = new ConcurrentHashMap<>();

    Providers(BoundedHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * @throws IOException if the provider cannot be asked, or describes itself as another
     */
    Provider of(String issuer) throws IOException {
        var provider = known.get(issuer);
        if (provider != null && clock.instant().isBefore(provider.until())) {
            return provider;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        try {
            var found = discover(issuer);
            known.put(issuer, found);
            return found;
        } catch (IOException e) {
            if (provider == null) {
                throw e;
            }
            LOG.warn("{} cannot be asked again, its keys stay known: {}", issuer, e.toString());
            return provider;
        }
    }

    private Provider discover(String issuer) throws IOException {
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        var document = document(URI.create(base + "/.well-known/openid-configuration"));
        if (!issuer.equals(document.path("issuer").asString(""))) {
            throw new IOException(issuer + " describes itself as another issuer");
        }
        boolean local = issuer.startsWith("http:");
        var keys = endpoint(document, "jwks_uri", local);
        if (keys == null) {
            throw new IOException(issuer + " has no jwks_uri");
        }
        try {
            return new Provider(
                    issuer,
                    JWKSourceBuilder.<SecurityContext>create(keys.toURL(), http)
                            .cache(KEYS_KEPT_MILLIS, KEYS_WAIT_MILLIS)
                            .rateLimited(KEYS_ASKED_AGAIN_MILLIS)
                            .build(),
                    endpoint(document, "authorization_endpoint", local),
                    endpoint(document, "token_endpoint", local),
                    clock.instant().plus(KEPT));
        } catch (MalformedURLException e) {
            throw new IOException(issuer + ": jwks_uri is no address", e);
        }
    }

    private JsonNode document(URI uri) throws IOException {
        try {
            return json.readTree(http.get(uri));
        } catch (JacksonException e) {
            throw new IOException(uri + " answers no JSON", e);
        }
    }

    /** By https; by http only for a provider on this machine, and then on this machine too. */
    private static @Nullable URI endpoint(JsonNode document, String name, boolean local)
            throws IOException {
        var text = document.path(name).asString("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            var uri = new URI(text);
            var host = uri.getHost();
            boolean here =
                    "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
            if (host != null
                    && uri.getRawUserInfo() == null
                    && ("https".equals(uri.getScheme())
                            || (local && here && "http".equals(uri.getScheme())))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IOException(name + " is no address", e);
        }
        throw new IOException(name + " is not an https address");
    }
}
