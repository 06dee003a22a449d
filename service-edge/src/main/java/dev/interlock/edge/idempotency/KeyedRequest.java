package dev.interlock.edge.idempotency;

import dev.interlock.edge.EdgeJson;
import dev.interlock.edge.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request under a key of its sender's choice.
 *
 * @param principal whose key it is: nobody meets another's
 * @param fingerprint what is asked for: lower-case hex SHA-256 over method, path with query, and
 *     body. Two JSON bodies that differ in order or white space only are the same
 */
public record KeyedRequest(String principal, String key, String fingerprint) {

    public static final String HEADER = "Idempotency-Key";

    /** For how long a key stands for its request. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final JsonMapper CANONICAL =
            EdgeJson.lenient().rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    /**
     * @param target raw path and query
     * @throws Problem 422 for a key that is none
     */
    static KeyedRequest of(
            String principal, String key, String method, String target, byte[] body) {
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid(
                    HEADER, "is no key (expected: 1 to 255 visible ASCII characters)");
        }
        return new KeyedRequest(principal, key, fingerprint(method, target, body));
    }

    private static String fingerprint(String method, String target, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((method + "\n" + target + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(canonical(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** As it is if it is no JSON: it will be refused for that. */
    private static byte[] canonical(byte[] body) {
        try {
            return CANONICAL.writeValueAsBytes(CANONICAL.readTree(body));
        } catch (JacksonException e) {
            return body;
        }
    }

    /** 422: the key stands for something else. */
    public static Problem reused() {
        return Problem.of(
                422,
                "IDEMPOTENCY_KEY_REUSED",
                "this key was used for another request within the last 24 hours");
    }

    /** 409: the first request with the key has not ended, or just now. */
    public static Problem inUse() {
        return Problem.of(
                        409,
                        "IDEMPOTENCY_KEY_IN_USE",
                        "a request with this key is being carried out: repeat it shortly")
                .header("Retry-After", "1");
    }
}
