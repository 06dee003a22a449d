package dev.interlock.rules.domain.facts;

import dev.interlock.rules.domain.facts.RequestFacts.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything one decision looks at, gathered once.
 *
 * @param environment the one asked about; made up when {@code registered} is false
 * @param enforced the environment's mode, or what an unregistered one gets
 * @param covering all that name the deployment, in any state, newest first
 * @param judged the deployment requests that must be satisfied: all open ones, or the one named
 * @param open all open ones that cover the deployment, newest first
 * @param rejected the newest that covers the deployment, if it is rejected or expired
 */
public record Situation(
        GateQuery query,
        Environment environment,
        boolean registered,
        boolean enforced,
        Lane lane,
        List<Request> covering,
        List<Request> judged,
        List<Request> open,
        @Nullable Request rejected,
        Records records,
        Instant now) {

    public static Situation of(GateQuery query, Records records, Instant now) {
        var known = records.environment(query.environment());
        boolean enforced =
                known != null
                        ? known.enforces()
                        : records.unreadable("environment", query.environment()) != null
                                || records.knownEnvironments().stream()
                                        .anyMatch(Environment::enforces);
        var environment =
                known != null
                        ? known
                        : new Environment(query.environment(), "development", enforced, List.of());
        var covering = records.covering(query.product(), query.version(), environment);
        var open = new ArrayList<Request>(covering.size());
        for (var request : covering) {
            if (request.isOpen(now)) {
                open.add(request);
            }
        }
        var named = query.dr() == null ? null : records.request(query.dr());
        return new Situation(
                query,
                environment,
                known != null,
                enforced,
                records.lane(query.product(), environment),
                covering,
                named == null ? open : List.of(named),
                open,
                newestRejected(covering, now),
                records,
                now);
    }

    /**
     * {@code deploy}, {@code redeploy} or {@code rollback}: proven from history, never claimed.
     * What the gate had not admitted proves nothing where it is enforced, and a rejected version is
     * no rollback.
     */
    public String action() {
        var version = query.version();
        boolean proven = lane.provenHere(version, enforced);
        if (proven && version.equals(lane.current())) {
            return "redeploy";
        }
        return proven
                        && rejected == null
                        && records.version(query.product(), version).stopsAt(now).isEmpty()
                ? "rollback"
                : "deploy";
    }

    /** Drafts and plainly cancelled ones neither reject nor lift a rejection. */
    private static @Nullable Request newestRejected(List<Request> newestFirst, Instant now) {
        for (var request : newestFirst) {
            if (request.isRejected() || request.isExpired(now)) {
                return request;
            }
            if (request.isOpen(now) || request.facts().state() == State.COMPLETED) {
                return null;
            }
        }
        return null;
    }
}
