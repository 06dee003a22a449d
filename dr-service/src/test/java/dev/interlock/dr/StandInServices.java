package dev.interlock.dr;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.contracts.approval.PersonTasks;
import dev.interlock.contracts.approval.RequestTally;
import dev.interlock.contracts.gate.DecisionRequest;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.edge.EdgeJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rules engine's decisions and approval-service's empty history, over real HTTP. */
final class StandInServices implements AutoCloseable {

    /** At which the tests have requests that are to be answered. */
    private static final int REVISION = 2;

    private static final String TALLIES = "/internal/deployment-requests/";

    static final long SEEN_ALL = Long.MAX_VALUE;

    private final JsonMapper json = EdgeJson.lenient();
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Function<DecisionRequest, Optional<GateDecision>> gate =
            question -> Optional.empty();
    private volatile long seen = SEEN_ALL;

    private volatile Predicate<String> answered = dr -> false;
    private volatile @Nullable List<String> waiting = List.of();
    private volatile boolean counting = true;
    private final Map<String, Integer> counted = new ConcurrentHashMap<>();

    StandInServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/decisions", this::decide);
        server.createContext(TALLIES, this::count);
        server.createContext("/internal/tasks", this::waiting);
        server.createContext("/internal/events", exchange -> answer(exchange, 200, null));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The engine says that the deployment request named does not cover the deployment. */
    void doesNotCover() {
        decide(
                question -> {
                    throw new IllegalArgumentException("DR_DOES_NOT_COVER");
                });
    }

    /** Empty = the engine cannot tell: 503. */
    void decide(Function<DecisionRequest, Optional<GateDecision>> how) {
        gate = how;
        seen = SEEN_ALL;
        asked.set(0);
    }

    /** Which requests wait for everybody's decision; null = as if it could not be told. */
    void waitingFor(@Nullable List<String> requests) {
        waiting = requests;
    }

    private void waiting(HttpExchange exchange) throws IOException {
        var requests = waiting;
        var person = exchange.getRequestURI().getQuery().substring("person=".length());
        answer(
                exchange,
                requests == null ? 503 : 200,
                requests == null ? null : new PersonTasks(person, requests));
    }

    /** Whether the required slots of a deployment request were filled in time. */
    void answered(Predicate<String> which) {
        answered = which;
    }

    /** As if approval-service were down. */
    void counting(boolean now) {
        counting = now;
    }

    /** How often the tally of a deployment request was asked for. */
    int counted(String dr) {
        return counted.getOrDefault(dr, 0);
    }

    private void count(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var dr = uri.getPath().substring(TALLIES.length()).replace("/tally", "");
        var at = Instant.parse(uri.getQuery().substring("at=".length()));
        counted.merge(dr, 1, Integer::sum);
        boolean complete = answered.test(dr);
        answer(
                exchange,
                counting ? 200 : 503,
                counting
                        ? new RequestTally(
                                dr, REVISION, at, complete, complete ? List.of() : List.of("qa"))
                        : null);
    }

    /** What of this service's events the engine's answers rest on, as a position. */
    void seen(long position) {
        seen = position;
    }

    int asked() {
        return asked.get();
    }

    private void decide(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var question = json.readValue(exchange.getRequestBody(), DecisionRequest.class);
        try {
            var decision = gate.apply(question);
            answer(
                    exchange,
                    decision.isPresent() ? 200 : 503,
                    decision.map(this::restingOnWhatIsSeen).orElse(null));
        } catch (IllegalArgumentException senseless) {
            answer(exchange, 422, Map.of("code", String.valueOf(senseless.getMessage())));
        }
    }

    private JsonNode restingOnWhatIsSeen(GateDecision decision) {
        var tree = json.<ObjectNode>valueToTree(decision);
        tree.putObject("as_of").put("dr", seen);
        return tree;
    }

    private void answer(HttpExchange exchange, int status, @Nullable Object body)
            throws IOException {
        try (exchange) {
            byte[] bytes = body == null ? new byte[0] : json.writeValueAsBytes(body);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
