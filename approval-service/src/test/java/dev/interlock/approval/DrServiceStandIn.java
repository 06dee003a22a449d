package dev.interlock.approval;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.contracts.dr.DeploymentRequestStarts;
import dev.interlock.contracts.dr.DeploymentRequestView;
import dev.interlock.contracts.dr.DrContents;
import dev.interlock.contracts.dr.OpenRequests;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.edge.EdgeJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Answers what dr-service would, from what a test has put in. */
final class DrServiceStandIn implements AutoCloseable {

    static final String AUTHOR = "usr_author";
    private static final String HOLDS = "/holds";
    private static final String PATH = "/internal/deployment-requests/";

    private final Map<String, DeploymentRequestView> requests = new ConcurrentHashMap<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final AtomicInteger placed = new AtomicInteger();
    private final JsonMapper json = EdgeJson.lenient();
    private final HttpServer server;
    private volatile boolean broken;
    private volatile Runnable onRelease = () -> {};

    DrServiceStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void broken(boolean broken) {
        this.broken = broken;
    }

    /** To production, with required slots qa and security. */
    void put(String dr, String state, int revision, int contentRevision, String hash) {
        requests.put(
                dr,
                new DeploymentRequestView(
                        dr,
                        "Release",
                        state,
                        revision,
                        contentRevision,
                        0,
                        hash,
                        AUTHOR,
                        AUTHOR,
                        List.of(),
                        new DrContents(
                                List.of(new DrContents.Item("api-service", "2.15.0", List.of(), 1)),
                                List.of("production"),
                                List.of(slot("qa"), slot("security"))),
                        List.of(new DeploymentRequestView.Target("production", "production")),
                        Map.of("qa", contentRevision, "security", contentRevision),
                        List.of(new DeploymentRequestView.Hash(contentRevision, hash)),
                        null,
                        1));
    }

    private OpenRequests open() {
        return new OpenRequests(
                requests.values().stream()
                        .filter(view -> view.state().equals("in_progress"))
                        .map(
                                view ->
                                        new OpenRequests.Open(
                                                view.id(), view.hashCode(), Instant.EPOCH))
                        .toList());
    }

    private static DrContents.Slot slot(String type) {
        return new DrContents.Slot(type, type, List.of(), 1, null, false, true);
    }

    /** Whether a decision is being made on it for which its starts are held. */
    boolean isHeld(String dr) {
        return held.contains(dr);
    }

    private DeploymentRequestStarts hold(String dr, String path) {
        if (path.endsWith("/release")) {
            onRelease.run();
            held.remove(dr);
        } else {
            held.add(dr);
            placed.incrementAndGet();
        }
        return new DeploymentRequestStarts(dr, 1, List.of());
    }

    /** How many holds there were. */
    int holds() {
        return placed.get();
    }

    /** What happens before each release. */
    void onRelease(Runnable work) {
        onRelease = work;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(PATH.length());
            var view = requests.get(path.replaceFirst("/.*", ""));
            boolean signed = exchange.getRequestHeaders().containsKey(Identity.HEADER);
            if (signed && !broken && path.equals("open")) {
                var body = json.writeValueAsBytes(open());
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } else if (broken || !signed) {
                exchange.sendResponseHeaders(broken ? 503 : 401, -1);
            } else if (view == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                var body =
                        json.writeValueAsBytes(path.contains(HOLDS) ? hold(view.id(), path) : view);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
