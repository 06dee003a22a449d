package dev.interlock.standalone.endtoend;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.eventstream.HttpRemoteEvents;
import dev.interlock.eventstream.MessageJson;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.gate.Gate;
import dev.interlock.rules.domain.gate.Judgement;
import dev.interlock.rules.kafka.WorldMessages;
import dev.interlock.rules.projection.World;
import dev.interlock.rules.projection.WorldWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Derives every allow again from the owners' event stores alone: no projection, log or topic of the
 * running system is asked.
 */
final class AllowChecker {

    private static final int PAGE = 1_000;
    private static final List<String> SOURCES =
            List.of(Sources.DR, Sources.APPROVAL, Sources.RULES);

    private record Allow(long position, DeploymentStartedV1 started) {

        Map<String, Long> asOf() {
            return started.decision().asOf();
        }
    }

    private final MessageJson json = new MessageJson();
    private final Map<String, List<EventEnvelope>> stores = new HashMap<>();
    private int checked;

    AllowChecker(Installation installation) throws IOException {
        var secret = Files.readString(installation.data().resolve("secrets/identity")).strip();
        var signer = new IdentitySigner(secret, Clock.systemUTC());
        var owners =
                Map.of(
                        Sources.DR, url(installation, "dr-service"),
                        Sources.APPROVAL, url(installation, "approval-service"),
                        Sources.RULES, url(installation, "rules-engine-service"));
        try (var events =
                new HttpRemoteEvents(
                        owners, () -> signer.sign(ServiceIdentity.of("end-to-end").identity()))) {
            for (var source : SOURCES) {
                stores.put(source, all(source, events));
            }
        }
    }

    private AllowChecker(Map<String, List<EventEnvelope>> stores) {
        this.stores.putAll(stores);
    }

    /** As if no event of this type had ever been recorded: to see that it objects. */
    AllowChecker without(String type) {
        var left = new HashMap<String, List<EventEnvelope>>();
        stores.forEach(
                (source, events) ->
                        left.put(
                                source,
                                events.stream().filter(e -> !e.type().equals(type)).toList()));
        return new AllowChecker(left);
    }

    /** The same events for whoever judges them by other means. */
    PlainChecker plain() {
        var said = new LinkedHashMap<String, Map<Long, Message>>();
        for (var source : SOURCES) {
            var messages = new LinkedHashMap<Long, Message>();
            for (var event : stores.getOrDefault(source, List.of())) {
                var message = json.read(event);
                if (message != null) {
                    messages.put(event.position(), message);
                }
            }
            said.put(source, messages);
        }
        return new PlainChecker(said);
    }

    private static URI url(Installation installation, String service) {
        return URI.create("http://127.0.0.1:" + installation.port(service));
    }

    private static List<EventEnvelope> all(String source, HttpRemoteEvents events) {
        var all = new ArrayList<EventEnvelope>();
        long after = 0;
        for (var page = events.after(source, after, PAGE);
                !page.isEmpty();
                page = events.after(source, after, PAGE)) {
            all.addAll(page);
            after = page.getLast().position();
        }
        return all;
    }

    int checked() {
        return checked;
    }

    /**
     * What the events do not justify, or what was decided on less than its caller had been
     * answered.
     *
     * @param positionsSeen by run
     */
    List<String> unjustified(Map<String, Map<String, Long>> positionsSeen) {
        var found = new ArrayList<String>();
        var world = new WorldWriter();
        for (var allow : allows()) {
            if (isAhead(world, allow)) {
                world = new WorldWriter();
            }
            catchUp(world, allow);
            checked++;
            var objection = objection(allow, world.snapshot(), positionsSeen);
            if (objection != null) {
                found.add(allow.started().deploymentId() + ": " + objection);
            }
        }
        return found;
    }

    private List<Allow> allows() {
        var allows = new ArrayList<Allow>();
        for (var event : stores.getOrDefault(Sources.DR, List.of())) {
            if (json.read(event) instanceof DeploymentStartedV1 started) {
                allows.add(new Allow(event.position(), started));
            }
        }
        allows.sort(
                Comparator.comparing((Allow a) -> reached(a, Sources.DR))
                        .thenComparing(a -> reached(a, Sources.APPROVAL))
                        .thenComparing(a -> reached(a, Sources.RULES)));
        return allows;
    }

    /** Of decisions at the same time, one has seen more of one source, and one of another. */
    private static boolean isAhead(WorldWriter world, Allow allow) {
        return SOURCES.stream().anyMatch(source -> world.position(source) > reached(allow, source));
    }

    private static long reached(Allow allow, String source) {
        return allow.asOf().getOrDefault(source, 0L);
    }

    private void catchUp(WorldWriter world, Allow allow) {
        for (var source : SOURCES) {
            var events = stores.getOrDefault(source, List.of());
            for (int i = firstAfter(events, world.position(source)); i < events.size(); i++) {
                var event = events.get(i);
                if (event.position() > reached(allow, source)) {
                    break;
                }
                var message = json.read(event);
                if (message == null) {
                    WorldMessages.unknown(event, world);
                } else {
                    WorldMessages.apply(event, message, world);
                }
            }
        }
    }

    private static int firstAfter(List<EventEnvelope> events, long position) {
        int from = 0;
        int to = events.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (events.get(middle).position() > position) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private static @Nullable String objection(
            Allow allow, World world, Map<String, Map<String, Long>> positionsSeen) {
        GateDecision decision = allow.started().decision();
        for (var seen :
                positionsSeen
                        .getOrDefault(
                                String.valueOf(allow.started().invokeId()), Map.<String, Long>of())
                        .entrySet()) {
            if (decision.asOf().getOrDefault(seen.getKey(), 0L) < seen.getValue()) {
                return "decided on %s, and its caller had seen %s".formatted(decision.asOf(), seen);
            }
        }
        var query =
                new GateQuery(
                        decision.product(),
                        decision.version(),
                        decision.environment(),
                        decision.dr(),
                        null,
                        "ci");
        return Gate.decide(query, world, decision.decidedAt()) instanceof Judgement judgement
                        && judgement.allowed()
                ? null
                : "the events up to " + decision.asOf() + " do not allow it";
    }
}
