package dev.interlock.gateway.compat.versioner;

import dev.interlock.contracts.dr.DeploymentReportAnswer;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.InternalReply;
import dev.interlock.edge.ServiceUnreachable;
import dev.interlock.gateway.identity.Identities;
import dev.interlock.gateway.identity.Resolution;
import dev.interlock.gateway.upstream.Destination;
import dev.interlock.gateway.upstream.SeenPositions;
import dev.interlock.gateway.upstream.ServicesProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * {@code POST /deployment-events/}. A start that cannot be decided is tried again until its time is
 * up and then refused: a pipeline may be told to go on after an error, but never after a refusal.
 */
@Component
final class DeploymentEventsApi {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentEventsApi.class);

    /** The answer itself may take this much longer than the wait for freshness. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private final Identities identities;
    private final InternalHttp http;
    private final SeenPositions seen;
    private final Refusals refusals;
    private final VersionerProperties properties;
    private final Clock clock;
    private final String url;

    DeploymentEventsApi(
            Identities identities,
            InternalHttp http,
            SeenPositions seen,
            Refusals refusals,
            VersionerProperties properties,
            ServicesProperties services,
            Clock clock) {
        this.identities = identities;
        this.http = http;
        this.seen = seen;
        this.refusals = refusals;
        this.properties = properties;
        this.clock = clock;
        this.url = services.url(Destination.DR, "/internal/deployment-reports");
    }

    /**
     * @throws EventRefused for any other answer than 200
     */
    Map<String, @Nullable Object> handle(@Nullable String authorization, byte[] bytes) {
        Optional<Identity> caller = callerNow(authorization);
        var event = DeploymentEvent.read(EventBody.parse(bytes));
        Instant deadline = clock.instant().plus(properties.longestWait());
        var pause = new Pause(properties.firstPause());
        while (true) {
            if (caller.isPresent()) {
                var reply = report(event, caller.get(), deadline);
                if (reply.isPresent()) {
                    return translated(event, reply.get());
                }
            }
            if (!event.starts()) {
                throw EventRefused.of(503, "Interlock cannot record this now; try again");
            }
            if (!pause.endsBefore(deadline, clock)) {
                throw refusals.undecidable(
                        clock.instant(), "a part of Interlock does not answer. Try again.");
            }
            caller = callerNow(authorization);
        }
    }

    /** Empty if it cannot be told now. */
    private Optional<Identity> callerNow(@Nullable String authorization) {
        return switch (identities.ofHeader(authorization)) {
            case Resolution.Known known -> Optional.of(known.identity());
            case Resolution.Unknown unknown ->
                    throw EventRefused.of(401, "Invalid authentication credentials");
            case Resolution.Unavailable unavailable -> Optional.empty();
        };
    }

    /** Empty if dr-service gave no answer that settles it. */
    private Optional<InternalReply> report(
            DeploymentEvent event, Identity caller, Instant deadline) {
        authorise(event, caller);
        Duration left = Duration.between(clock.instant(), deadline);
        long wait = Math.max(left.toMillis(), 0);
        try {
            var reply =
                    http.exchange(
                            "POST",
                            url,
                            event.report(caller, wait),
                            caller,
                            Duration.ofMillis(wait).plus(SLACK));
            if (reply.status() >= 500 || reply.status() == 401) {
                LOG.warn("dr-service answers {} to a deployment report", reply.status());
                return Optional.empty();
            }
            return Optional.of(reply);
        } catch (ServiceUnreachable e) {
            LOG.warn("{}", e.getMessage());
            return Optional.empty();
        }
    }

    private static void authorise(DeploymentEvent event, Identity caller) {
        if (!caller.permissions().contains(Permission.DEPLOYMENT_REPORT)) {
            throw EventRefused.of(403, "The token may not report deployments");
        }
        if (event.skipPreflightChecks()) {
            boolean may = caller.permissions().contains(Permission.OVERRIDE);
            LOG.warn(
                    "skip_preflight_checks asked for by {} ({})",
                    caller.principal(),
                    may ? "recorded, the gate is asked all the same" : "refused");
            if (!may) {
                throw EventRefused.of(403, "skip_preflight_checks needs the permission override");
            }
        }
    }

    private Map<String, @Nullable Object> translated(DeploymentEvent event, InternalReply reply) {
        seen.remember(reply.positions());
        if (!reply.isSuccess()) {
            throw switch (reply.status()) {
                case 409, 423, 428 -> refusals.ofProblem(reply.status(), reply);
                default -> UpstreamErrors.translate(reply);
            };
        }
        DeploymentReportAnswer answer;
        try {
            answer = reply.as(DeploymentReportAnswer.class);
        } catch (ServiceUnreachable e) {
            LOG.error("dr-service answers a report with something else: {}", e.getMessage());
            throw event.starts()
                    ? refusals.undecidable(clock.instant(), "an answer could not be read.")
                    : EventRefused.of(503, "Interlock cannot tell whether it recorded this");
        }
        if (answer.outcome().equals("refused")) {
            throw answer.decision() == null
                    ? refusals.undecidable(clock.instant(), "the decision is missing.")
                    : refusals.blocked(answer.decision());
        }
        return Replies.deployment(answer.deployment(), answer.decision());
    }
}
