package dev.interlock.edge.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was answered.
 *
 * @param headers those that belong to the answer, and not to its transport
 */
public record StoredAnswer(int status, Map<String, String> headers, byte[] body) {

    /** Says that nothing was done for this answer: it was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final List<String> KEPT =
            List.of(
                    "Content-Type",
                    "ETag",
                    "Location",
                    "Link",
                    "Cache-Control",
                    "Interlock-Position");

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * An answer that nobody may store is kept without what it says: it holds a secret that is shown
     * once. What it was about can still be found.
     */
    static StoredAnswer of(ContentCachingResponseWrapper response) {
        var headers = new TreeMap<String, String>();
        for (String name : KEPT) {
            var value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (response.getContentType() != null) {
            headers.put("Content-Type", response.getContentType());
        }
        byte[] body = response.getContentAsByteArray();
        boolean secret = headers.getOrDefault("Cache-Control", "").contains("no-store");
        return new StoredAnswer(
                response.getStatus(),
                headers,
                secret && body.length > 0 ? withoutSecret(body) : body);
    }

    private static byte[] withoutSecret(byte[] body) {
        var kept = JSON.createObjectNode();
        try {
            var id = JSON.readTree(body).path("id");
            if (id.isString()) {
                kept.set("id", id);
            }
        } catch (JacksonException e) {
            // nothing of it is kept
        }
        kept.put(
                "not_repeated",
                "what is shown once is not kept; if it was lost, revoke this and make another");
        return kept.toString().getBytes(StandardCharsets.UTF_8);
    }

    void replay(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredAnswer(int s, Map<String, String> h, byte[] b)
                && status == s
                && headers.equals(h)
                && java.util.Arrays.equals(body, b);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, headers, java.util.Arrays.hashCode(body));
    }
}
