package dev.interlock.dr.write.startdeployment;

import dev.interlock.contracts.gate.DecisionRequest;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.InternalReply;
import dev.interlock.edge.Problem;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.edge.ServiceUnreachable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the rules engine. Whatever is not a whole and fitting decision is none. */
public class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /** More than the engine waits for freshness when it is not told how long. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** The answer itself may take this much longer than the wait for freshness. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final InternalHttp http;
    private final ServiceIdentity self;
    private final String url;

    public Gate(InternalHttp http, ServiceIdentity self, URI rulesEngine) {
        this.http = http;
        this.self = self;
        this.url = rulesEngine.toString().replaceAll("/+$", "") + "/internal/decisions";
    }

    /**
     * Empty if the engine cannot tell now.
     *
     * @throws Problem 422 when the question makes no sense, as for a deployment request that does
     *     not cover the deployment
     */
    Optional<GateDecision> ask(DecisionRequest question) {
        try {
            var reply = http.exchange("POST", url, question, self.identity(), limit(question));
            return switch (reply.status()) {
                case 200 -> fitting(reply, question);
                case 422 -> throw senseless(reply);
                default -> undecided(reply);
            };
        } catch (ServiceUnreachable e) {
            LOG.warn("no decision: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Duration limit(DecisionRequest question) {
        return question.maxWaitMillis() == 0
                ? PATIENCE
                : SLACK.plusMillis(question.maxWaitMillis());
    }

    private static Problem senseless(InternalReply reply) {
        return Problem.of(
                422,
                reply.tree().path("code").asString("VALIDATION_FAILED"),
                reply.tree().path("detail").asString("the gate does not understand the question"));
    }

    private static Optional<GateDecision> undecided(InternalReply reply) {
        LOG.warn("no decision: {} {}", reply.status(), reply.tree().path("code").asString(""));
        return Optional.empty();
    }

    private static Optional<GateDecision> fitting(InternalReply reply, DecisionRequest question) {
        var decision = reply.as(GateDecision.class);
        boolean fits =
                question.product().equals(decision.product())
                        && question.version().equals(decision.version())
                        && question.environment().equals(decision.environment())
                        && decision.decision() != null
                        && decision.allowed() == (decision.decision() == GateDecision.Choice.ALLOW)
                        && (decision.allowed() || decision.code() != null)
                        && whole(decision);
        if (!fits) {
            LOG.error("no decision: the answer {} is not to the question", decision.id());
        }
        return fits ? Optional.of(decision) : Optional.empty();
    }

    /** The engine is another process: what its type promises must be looked at once. */
    @SuppressWarnings("NullAway")
    private static boolean whole(GateDecision decision) {
        return decision.id() != null
                && decision.mode() != null
                && Objects.nonNull(decision.findings())
                && Objects.nonNull(decision.deploymentRequests())
                && Objects.nonNull(decision.asOf());
    }
}
