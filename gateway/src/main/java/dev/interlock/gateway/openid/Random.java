package dev.interlock.gateway.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What nobody can guess, and the digests it is known by. */
final class Random {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int BYTES = 32;

    private Random() {}

    /** 256 random bits in base64url. */
    static String text() {
        var bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return ENCODER.encodeToString(bits);
    }

    /** SHA-256 in base64url, which is the challenge of PKCE's method S256. */
    static String digest(String text) {
        try {
            return ENCODER.encodeToString(
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
