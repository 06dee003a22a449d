package dev.interlock.approval.bootstrap;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param tokenHash lower-case hex SHA-256 of the first admin's token; used only while there is no
 *     person, null = no admin is made
 */
@ConfigurationProperties("interlock.bootstrap")
record BootstrapProperties(@Nullable String tokenHash) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    BootstrapProperties {
        if (tokenHash != null && tokenHash.isBlank()) {
            tokenHash = null;
        }
        if (tokenHash != null && !SHA_256.matcher(tokenHash).matches()) {
            throw new IllegalArgumentException(
                    "interlock.bootstrap.token-hash: %d characters (expected: 64 lower-case hex digits)"
                            .formatted(tokenHash.length()));
        }
    }
}
