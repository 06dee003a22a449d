package dev.interlock.edge;

import dev.interlock.contracts.identity.Identity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;

/**
 * Lets nobody in without an identity that the gateway or another service has signed. Health and
 * metrics are open: they say nothing about deployments.
 */
final class IdentityFilter extends RequestFilter {

    /** Compared with the raw URI: what needs decoding first is not one of these. */
    private static final Set<String> OPEN =
            Set.of("/livez", "/readyz", "/actuator/health", "/actuator/prometheus");

    private static final String CHANNEL = "Interlock-Channel";
    private static final Set<String> CHANNELS = Set.of("api", "ci", "ui", "mcp", "system");

    private final IdentityVerifier verifier;
    private final ProblemWriter problems;

    IdentityFilter(IdentityVerifier verifier, ProblemWriter problems) {
        this.verifier = verifier;
        this.problems = problems;
    }

    @Override
    protected void filter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (OPEN.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        var identity = verifier.verify(request.getHeader(Identity.HEADER));
        if (identity.isEmpty()) {
            problems.write(
                    response,
                    Problem.of(
                            401,
                            "IDENTITY_REQUIRED",
                            "this service accepts signed internal identities only: call the gateway"));
            return;
        }
        try {
            request.setAttribute(Caller.ATTRIBUTE, caller(identity.get(), request));
        } catch (Problem e) {
            problems.write(response, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private static Caller caller(Identity identity, HttpServletRequest request) {
        return new Caller(
                identity,
                channel(identity, request),
                Objects.requireNonNullElse(Correlation.current(), ""),
                Correlation.traceparent(request.getHeader(Correlation.TRACEPARENT)),
                Positions.parse(request.getHeader(Positions.AT_LEAST)));
    }

    private static String channel(Identity identity, HttpServletRequest request) {
        String said = request.getHeader(CHANNEL);
        if (said != null && CHANNELS.contains(said)) {
            return said;
        }
        return switch (identity.kind()) {
            case "service_key", "workload" -> "ci";
            case "system" -> "system";
            default -> "api";
        };
    }
}
