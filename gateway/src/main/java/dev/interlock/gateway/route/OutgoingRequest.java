package dev.interlock.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A call as it goes on to a service: the same path and body, and of the headers only those listed
 * here. So neither a token nor a forged identity gets past the gateway.
 */
final class OutgoingRequest {

    private static final List<String> PASSED_ON =
            List.of(
                    "Accept",
                    "If-Match",
                    "If-None-Match",
                    "Idempotency-Key",
                    "Last-Event-ID",
                    "traceparent",
                    "tracestate");

    /** Bodies up to this size are read whole, so that they can be sent in one go, or again. */
    private static final int READ_WHOLE = 64 * 1024;

    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final @Nullable HttpEntity body;

    OutgoingRequest(HttpServletRequest request) throws IOException {
        method = request.getMethod();
        String query = request.getQueryString();
        path = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        for (String name : PASSED_ON) {
            header(name, request.getHeader(name));
        }
        body = body(request);
    }

    private static @Nullable HttpEntity body(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
            return null;
        }
        String type = request.getContentType();
        ContentType contentType = type == null ? null : ContentType.parseLenient(type);
        return length > 0 && length <= READ_WHOLE
                ? new ByteArrayEntity(
                        request.getInputStream().readNBytes((int) length), contentType)
                : new InputStreamEntity(request.getInputStream(), length, contentType);
    }

    /** Sets a header; null or empty leaves it out. */
    void header(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            headers.put(name, value);
        }
    }

    boolean isRepeatable() {
        return body == null || body.isRepeatable();
    }

    /** A request to send once. */
    ClassicHttpRequest next() {
        var request = new BasicClassicHttpRequest(method, path);
        headers.forEach(request::setHeader);
        if (body != null) {
            request.setEntity(body);
        }
        return request;
    }
}
