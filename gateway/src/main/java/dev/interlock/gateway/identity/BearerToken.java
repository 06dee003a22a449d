package dev.interlock.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens are known by their hash only, from the first line on. */
public final class BearerToken {

    private static final int LONGEST = 512;

    private BearerToken() {}

    /** Hash of the token in an {@code Authorization} header; empty if it holds no bearer token. */
    public static Optional<String> hashOf(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        return hash(authorization.substring(7));
    }

    /** Lower-case hex SHA-256; empty for what cannot be a token. */
    public static Optional<String> hash(String token) {
        String stripped = token.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST
                || !stripped.chars().allMatch(c -> c > ' ' && c < 127)) {
            return Optional.empty();
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(stripped.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
