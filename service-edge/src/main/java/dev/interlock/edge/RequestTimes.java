package dev.interlock.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Times every request as {@code http.server.requests}, named and labelled as Spring's own
 * observation of requests would. That one makes, compares and throws away some sixty objects with
 * each request; here a request finds the timer of its likes, and adds to it.
 */
public final class RequestTimes extends RequestFilter {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final String NONE = "none";

    private record Like(String method, String uri, int status, String exception) {}

    private final MeterRegistry meters;
    private final Map<Like, Timer> timers = new ConcurrentHashMap<>();

    RequestTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Says under which path a request is timed; only few may ever be said. */
    public static void as(HttpServletRequest request, String pattern) {
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
    }

    @Override
    protected void filter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        Throwable failure = null;
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            long took = System.nanoTime() - begun;
            timers.computeIfAbsent(like(request, response, failure), this::timer)
                    .record(took, TimeUnit.NANOSECONDS);
        }
    }

    private static Like like(
            HttpServletRequest request, HttpServletResponse response, @Nullable Throwable failure) {
        int status = failure == null ? response.getStatus() : 500;
        return new Like(
                METHODS.contains(request.getMethod()) ? request.getMethod() : "UNKNOWN",
                uri(request, status),
                status,
                failure == null ? NONE : failure.getClass().getSimpleName());
    }

    private static String uri(HttpServletRequest request, int status) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern != null) {
            return pattern.toString();
        }
        return switch (status / 100) {
            case 3 -> "REDIRECTION";
            case 4 -> status == 404 ? "NOT_FOUND" : "UNKNOWN";
            default -> "UNKNOWN";
        };
    }

    private Timer timer(Like like) {
        return Timer.builder("http.server.requests")
                .tag("error", like.exception())
                .tag("exception", like.exception())
                .tag("method", like.method())
                .tag("outcome", Outcome.forStatus(like.status()).name())
                .tag("status", Integer.toString(like.status()))
                .tag("uri", like.uri())
                .register(meters);
    }
}
