package dev.interlock.edge;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The one id that ties a request, its events and its log lines together. */
public final class Correlation {

    public static final String REQUEST_ID = "X-Request-Id";
    public static final String TRACEPARENT = "traceparent";

    /** Field of the structured log. */
    static final String LOG_FIELD = "trace.id";

    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern TRACE_CONTEXT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Correlation() {}

    /** The current request's id; null outside of a request. */
    public static @Nullable String current() {
        return MDC.get(LOG_FIELD);
    }

    /** What the caller calls this request, else its trace id, else a new id. */
    static String id(@Nullable String requestId, @Nullable String traceparent) {
        if (requestId != null && PRINTABLE.matcher(requestId).matches()) {
            return requestId;
        }
        String trace = traceparent(traceparent);
        return trace != null ? trace.substring(3, 35) : UUID.randomUUID().toString();
    }

    /** The header if it is well-formed W3C trace context, else null. */
    static @Nullable String traceparent(@Nullable String header) {
        return header != null && TRACE_CONTEXT.matcher(header).matches() ? header : null;
    }
}
