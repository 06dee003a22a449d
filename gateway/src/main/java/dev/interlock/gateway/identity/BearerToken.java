package dev.interlock.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens of ours are known by their hash only, from the first line on. */
public final class BearerToken {

    private static final int LONGEST = 512;
    private static final int LONGEST_SIGNED = 16_384;

    private BearerToken() {}

    /** The token in an {@code Authorization} header; empty if it holds no bearer token. */
    static Optional<String> of(@Nullable String authorization) {
        return authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.empty()
                : Optional.of(authorization.substring(7).strip());
    }

    /** True for a JSON Web Token, which nobody but its issuer has made and whose text we need. */
    static boolean isSigned(String token) {
        return token.startsWith("eyJ") && token.chars().filter(c -> c == '.').count() == 2;
    }

    private static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
                return false;
            }
        }
        return true;
    }

    /** Lower-case hex SHA-256; empty for what cannot be a token. */
    public static Optional<String> hash(String token) {
        String stripped = token.strip();
        if (stripped.isEmpty()
                || stripped.length() > (isSigned(stripped) ? LONGEST_SIGNED : LONGEST)
                || !isVisible(stripped)) {
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
