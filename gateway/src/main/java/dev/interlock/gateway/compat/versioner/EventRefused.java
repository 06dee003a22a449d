package dev.interlock.gateway.compat.versioner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer other than 200, in the form those clients read. */
final class EventRefused extends RuntimeException {

    private final int status;
    private final Map<String, @Nullable Object> body;

    EventRefused(int status, Map<String, @Nullable Object> body) {
        super(status + " " + body.get("detail"), null, false, false);
        this.status = status;
        this.body = body;
    }

    static EventRefused invalid(List<EventBody.Invalid> errors) {
        return new EventRefused(422, Map.of("detail", List.copyOf(errors)));
    }

    static EventRefused of(int status, String detail) {
        return new EventRefused(status, Map.of("detail", OneLine.of(detail)));
    }

    /**
     * With a {@code message} beside the {@code detail}: one client reads the one, one the other.
     */
    static EventRefused withMessage(int status, String detail) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("detail", OneLine.of(detail));
        body.put("message", OneLine.of(detail));
        return new EventRefused(status, body);
    }

    int status() {
        return status;
    }

    Map<String, @Nullable Object> body() {
        return body;
    }
}
