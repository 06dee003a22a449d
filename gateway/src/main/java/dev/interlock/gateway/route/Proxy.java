package dev.interlock.gateway.route;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.edge.BodyTooLarge;
import dev.interlock.edge.Correlation;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.edge.Positions;
import dev.interlock.edge.Problem;
import dev.interlock.edge.ProblemWriter;
import dev.interlock.gateway.identity.Identities;
import dev.interlock.gateway.identity.Resolution;
import dev.interlock.gateway.limit.RateLimits;
import dev.interlock.gateway.upstream.SeenPositions;
import dev.interlock.gateway.upstream.UpstreamHttp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Passes a call of the native API on, as who the caller is, and its answer back unread. */
@Component
final class Proxy {

    private static final Logger LOG = LoggerFactory.getLogger(Proxy.class);

    private final Identities identities;
    private final IdentitySigner signer;
    private final SeenPositions seen;
    private final UpstreamHttp http;
    private final RateLimits limits;
    private final ProblemWriter problems;

    Proxy(
            Identities identities,
            IdentitySigner signer,
            SeenPositions seen,
            UpstreamHttp http,
            RateLimits limits,
            ProblemWriter problems) {
        this.identities = identities;
        this.signer = signer;
        this.seen = seen;
        this.http = http;
        this.limits = limits;
        this.problems = problems;
    }

    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (identities.ofHeader(request.getHeader("Authorization"))) {
                case Resolution.Known known -> route(known.identity(), request, response);
                case Resolution.Unknown unknown -> problems.write(response, unauthenticated());
                case Resolution.Unavailable unavailable ->
                        problems.write(
                                response,
                                Problem.unavailable(
                                        "SERVICE_UNAVAILABLE",
                                        "approval-service does not answer, so no token can be checked"));
            }
        } catch (Problem e) {
            problems.write(response, e);
        }
    }

    private static Problem unauthenticated() {
        return Problem.of(
                        401, "UNAUTHENTICATED", "send a valid token: Authorization: Bearer <token>")
                .header("WWW-Authenticate", "Bearer realm=\"interlock\"");
    }

    private void route(Identity identity, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Route route = Routes.find(request.getMethod(), request.getRequestURI());
        if (route == null) {
            throw Problem.of(404, "NOT_FOUND", "there is nothing at this path");
        }
        limits.count(identity, route.kind()).tell(response);
        try {
            forward(route, identity, request, response);
        } finally {
            if (route.changesIdentities()) {
                identities.forgetAll();
            }
        }
    }

    private void forward(
            Route route,
            Identity identity,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var outgoing = new OutgoingRequest(request);
        outgoing.header(Identity.HEADER, signer.sign(identity));
        outgoing.header(Correlation.REQUEST_ID, Correlation.current());
        String asked = request.getHeader(Positions.AT_LEAST);
        outgoing.header(Positions.AT_LEAST, route.asksTheGate() ? seen.atLeast(asked) : asked);
        try (ClassicHttpResponse answer = send(route, outgoing)) {
            if (answer.getCode() == 401) {
                LOG.error("{} does not accept the gateway's identity", route.to());
                throw unavailable(route, "a service refuses the gateway");
            }
            if (route.changesIdentities()) {
                identities.forgetAll();
            }
            var position = answer.getFirstHeader(Positions.HEADER);
            if (position != null) {
                seen.remember(position.getValue());
            }
            Answers.copy(answer, response);
        }
    }

    private ClassicHttpResponse send(Route route, OutgoingRequest outgoing) {
        try {
            return http.open(route.to(), outgoing.next(), route.atMost());
        } catch (IOException first) {
            if (BodyTooLarge.caused(first)) {
                throw BodyTooLarge.problem();
            }
            if (!route.repeatable() || !outgoing.isRepeatable() || !isDeadConnection(first)) {
                throw failed(route, first);
            }
            try {
                return http.open(route.to(), outgoing.next(), route.atMost());
            } catch (IOException second) {
                throw failed(route, second);
            }
        }
    }

    private static boolean isDeadConnection(IOException e) {
        return e instanceof org.apache.hc.core5.http.NoHttpResponseException
                || e instanceof org.apache.hc.core5.http.ConnectionClosedException
                || (e instanceof java.net.SocketException
                        && !(e instanceof java.net.ConnectException));
    }

    private static Problem failed(Route route, IOException e) {
        LOG.warn("{} does not answer: {}", route.to(), e.toString());
        return unavailable(
                route, "the service responsible does not answer; whether it acted is not known");
    }

    private static Problem unavailable(Route route, String detail) {
        return Problem.unavailable(
                route.asksTheGate() ? "DECISION_UNAVAILABLE" : "SERVICE_UNAVAILABLE", detail);
    }
}
