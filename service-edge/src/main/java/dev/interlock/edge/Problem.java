package dev.interlock.edge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A refusal on its way to the client, as RFC 9457 {@code application/problem+json}. {@code type} is
 * {@code /problems/<code>}, a page the gateway serves.
 */
public final class Problem extends RuntimeException {

    /**
     * @param pointer JSON pointer into the body, {@code ?name} for a query parameter, or a header's
     *     name
     */
    public record Field(String pointer, String detail) {}

    private final int status;
    private final String code;
    private final String detail;
    private final List<Field> errors = new ArrayList<>();
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Problem(int status, String code, String detail) {
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    /**
     * @param code stable, in upper case, for programs
     * @param detail one sentence for people; no internals
     */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail);
    }

    /** 422 naming the fields. */
    public static Problem invalid(List<Field> errors) {
        var problem =
                of(
                        422,
                        "VALIDATION_FAILED",
                        errors.size() == 1
                                ? errors.getFirst().pointer() + ": " + errors.getFirst().detail()
                                : errors.size() + " fields are not valid");
        problem.errors.addAll(errors);
        return problem;
    }

    /** 422 naming one field. */
    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new Field(pointer, detail)));
    }

    public static Problem notFound(String what) {
        return of(404, "NOT_FOUND", what + " does not exist");
    }

    /** 503: the caller may try again. */
    public static Problem unavailable(String code, String detail) {
        return of(503, code, detail).header("Retry-After", "1");
    }

    /** Adds an extension member; a null value adds nothing. */
    public Problem with(String member, @Nullable Object value) {
        if (value != null) {
            members.put(member, value);
        }
        return this;
    }

    /** When a new call may pass; null adds nothing. */
    public Problem retryAfter(@Nullable Instant instant) {
        return with("retry_after", instant);
    }

    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public List<Field> errors() {
        return List.copyOf(errors);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The body, in the order it is written. */
    public Map<String, Object> body(@Nullable String traceId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + code);
        body.put("title", title(code));
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        body.putAll(members);
        if (traceId != null) {
            body.put("trace_id", traceId);
        }
        return body;
    }

    /** The answer; the trace id is the current request's. */
    public ResponseEntity<Map<String, Object>> response() {
        var response =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.forEach(response::header);
        return response.body(body(Correlation.current()));
    }

    private static String title(String code) {
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
