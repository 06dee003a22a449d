package dev.interlock.approval.read.tasks;

import dev.interlock.approval.deploymentrequests.DeploymentRequests;
import dev.interlock.approval.domain.Approvals;
import dev.interlock.approval.domain.RequestSnapshot;
import dev.interlock.approval.events.ApprovalEvent;
import dev.interlock.contracts.dr.OpenRequests.Open;
import dev.interlock.eventstore.EventReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All open deployment requests with their decisions, as of now. What was read of one is remembered
 * with the number of its newest event, on either side, so that a call reads two short lists of
 * numbers, and again only what changed.
 */
@Component
class OpenApprovals {

    private static final String NEWEST =
            """
            SELECT entity_id, max(sequence) AS sequence FROM event
            WHERE entity_type = ? AND entity_id = ANY (?) GROUP BY entity_id
            """;

    /**
     * @param since when it was last activated or edited
     */
    record OpenRequest(RequestSnapshot request, Approvals approvals, Instant since) {}

    private record Remembered<T>(long sequence, T value) {}

    private final DeploymentRequests requests;
    private final EventReader events;
    private final JdbcClient jdbc;
    private final Map<String, Remembered<RequestSnapshot>> snapshots = new ConcurrentHashMap<>();
    private final Map<String, Remembered<Approvals>> decisions = new ConcurrentHashMap<>();

    OpenApprovals(DeploymentRequests requests, EventReader events, JdbcClient jdbc) {
        this.requests = requests;
        this.events = events;
        this.jdbc = jdbc;
    }

    /**
     * @throws dev.interlock.edge.Problem 503 if their owner does not answer
     */
    List<OpenRequest> now() {
        var open = requests.open();
        var ids = open.stream().map(Open::id).collect(Collectors.toUnmodifiableSet());
        snapshots.keySet().retainAll(ids);
        decisions.keySet().retainAll(ids);
        var newest = newest(ids);
        var all = new ArrayList<OpenRequest>();
        for (var request : open) {
            all.add(
                    new OpenRequest(
                            snapshot(request),
                            decided(request.id(), newest.getOrDefault(request.id(), -1L)),
                            request.since()));
        }
        return all;
    }

    private RequestSnapshot snapshot(Open open) {
        var known = snapshots.get(open.id());
        if (known != null && known.sequence() == open.sequence()) {
            return known.value();
        }
        // it may be newer than the number it is remembered with: then it is only read once more
        var told = requests.get(open.id());
        snapshots.put(open.id(), new Remembered<>(open.sequence(), told));
        return told;
    }

    private Approvals decided(String dr, long newest) {
        if (newest < 0) {
            return Approvals.NONE;
        }
        var known = decisions.get(dr);
        if (known != null && known.sequence() == newest) {
            return known.value();
        }
        var state = known == null ? Approvals.NONE : known.value();
        long reached = known == null ? -1 : known.sequence();
        for (var stored : events.ofEntity(ApprovalEvent.ENTITY, dr, reached + 1)) {
            state = state.evolve((ApprovalEvent) events.decode(stored));
            reached = stored.sequence();
        }
        decisions.put(dr, new Remembered<>(reached, state));
        return state;
    }

    private Map<String, Long> newest(Set<String> ids) {
        return jdbc
                .sql(NEWEST)
                .params(ApprovalEvent.ENTITY, ids.toArray(String[]::new))
                .query((r, _) -> Map.entry(r.getString("entity_id"), r.getLong("sequence")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
