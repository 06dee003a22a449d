package dev.interlock.edge;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param secret the installation's secret that signs internal identities; at least 32 bytes, the
 *     same for the gateway and all services
 */
@ConfigurationProperties("interlock.identity")
record IdentityProperties(String secret) {

    private static final int LEAST_BYTES = 32;

    @SuppressWarnings("NullAway") // binding leaves a missing value null: this is where it is caught
    IdentityProperties {
        int bytes = secret == null ? 0 : secret.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "interlock.identity.secret: %d bytes (expected: >= %d)"
                            .formatted(bytes, LEAST_BYTES));
        }
    }

    /** Never the secret: records print their components. */
    @Override
    public String toString() {
        return "IdentityProperties[secret=***]";
    }
}
