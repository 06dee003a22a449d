package dev.interlock.gateway.openid;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people sign in with an OpenID provider; all three or none.
 *
 * @param issuer of the provider, exactly as it says it; https, or http on this machine
 * @param clientId what the provider calls this installation
 * @param clientSecret proves to the provider that it is this installation
 */
@ConfigurationProperties("interlock.oidc")
record OidcProperties(
        @Nullable String issuer, @Nullable String clientId, @Nullable String clientSecret) {

    OidcProperties {
        issuer = blankAsNull(issuer);
        clientId = blankAsNull(clientId);
        clientSecret = blankAsNull(clientSecret);
        boolean none = issuer == null && clientId == null && clientSecret == null;
        if (!none && (issuer == null || clientId == null || clientSecret == null)) {
            throw new IllegalArgumentException(
                    "interlock.oidc: issuer, client-id and client-secret belong together");
        }
        if (issuer != null && !isUsable(URI.create(issuer))) {
            throw new IllegalArgumentException(
                    "interlock.oidc.issuer: "
                            + issuer
                            + " (expected: https, or http on localhost)");
        }
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean isUsable(URI issuer) {
        var host = issuer.getHost();
        return host != null
                && ("https".equals(issuer.getScheme())
                        || ("http".equals(issuer.getScheme())
                                && (host.equals("localhost")
                                        || host.equals("127.0.0.1")
                                        || host.equals("[::1]"))));
    }

    /** Never the secret: records print their components. */
    @Override
    public String toString() {
        return "OidcProperties[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
