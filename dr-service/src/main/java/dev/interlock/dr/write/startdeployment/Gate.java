package dev.interlock.dr.write.startdeployment;

import dev.interlock.contracts.gate.DecisionRequest;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.InternalReply;
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

    /** More than the engine waits for freshness by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final InternalHttp http;
    private final ServiceIdentity self;
    private final String url;

    public Gate(InternalHttp http, ServiceIdentity self, URI rulesEngine) {
        this.http = http;
        this.self = self;
        this.url = rulesEngine.toString().replaceAll("/+$", "") + "/internal/decisions";
    }

    /** Empty if the engine cannot tell now. */
    Optional<GateDecision> ask(DecisionRequest question) {
        try {
            var wait = PATIENCE.plusMillis(question.maxWaitMillis());
            var reply = http.exchange("POST", url, question, self.identity(), wait);
            return reply.status() == 200 ? fitting(reply, question) : undecided(reply);
        } catch (ServiceUnreachable e) {
            LOG.warn("no decision: {}", e.getMessage());
            return Optional.empty();
        }
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
