package dev.interlock.rules;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.dr.DeploymentRequestView;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.edge.EdgeJson;
import dev.interlock.eventstream.CommittedEvents;
import dev.interlock.eventstream.EnvelopeLines;
import dev.interlock.eventstream.MessageJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Another service, as far as the rules engine sees it: an event store and its internal HTTP. */
final class OwnerStandIn implements AutoCloseable {

    private final String source;
    private final HttpServer http;
    private final List<EventEnvelope> events = new ArrayList<>();
    private final MessageJson json = new MessageJson();
    private final EnvelopeLines lines = new EnvelopeLines();
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final AtomicInteger timesTold = new AtomicInteger();
    private volatile boolean away;

    private final String history;

    OwnerStandIn(String source) throws IOException {
        this(source, "");
    }

    /**
     * @param history tells the hashes of its events from those of others
     */
    OwnerStandIn(String source, String history) throws IOException {
        this.source = source;
        this.history = history;
        this.http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 64);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/internal/events", this::answer);
        http.createContext("/internal/deployment-requests/", this::answer);
        http.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    long append(String type, String subject, Message message) {
        return append(type, subject, json.write(message));
    }

    synchronized long append(String type, String subject, String data) {
        long position = events.size() + 1L;
        events.add(
                new EventEnvelope(
                        source,
                        position,
                        position - 1,
                        UUID.randomUUID().toString(),
                        type,
                        1,
                        subject,
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        "corr-" + position,
                        null,
                        "user",
                        "usr_tester",
                        "human",
                        "api",
                        null,
                        null,
                        hash(position),
                        data));
        notifyAll();
        return position;
    }

    private String hash(long position) {
        return "%064x"
                .formatted(
                        position
                                + (history.isEmpty() ? 0 : history.hashCode() & 0xffffL)
                                        * 1_000_000);
    }

    /** What was said there was something else, though nothing shows it. */
    synchronized void rewrite(long position, String type, String subject, Message message) {
        append(type, subject, message);
        var written = events.removeLast();
        var index = (int) position - 1;
        var before = events.get(index);
        events.set(
                index,
                new EventEnvelope(
                        source,
                        position,
                        before.previousPosition(),
                        before.id(),
                        type,
                        1,
                        subject,
                        before.time(),
                        before.correlationId(),
                        null,
                        before.authType(),
                        before.authId(),
                        before.actorKind(),
                        before.channel(),
                        null,
                        null,
                        before.chainHash(),
                        written.data()));
    }

    /** As its relay reads it. */
    CommittedEvents committed() {
        return CommittedEvents.of(this::after, this::await, this::head);
    }

    /** What it answers about a deployment request from now on. */
    void tell(String dr, DeploymentRequestView view) {
        tell(dr, EdgeJson.lenient().writeValueAsString(view));
    }

    void tell(String dr, String body) {
        told.put("/internal/deployment-requests/" + dr, body);
    }

    /** How often it told something about a deployment request. */
    int timesTold() {
        return timesTold.get();
    }

    void goAway(boolean gone) {
        away = gone;
    }

    synchronized long head() {
        return events.size();
    }

    private synchronized List<EventEnvelope> after(long position, int limit) {
        return events.stream().skip(position).limit(limit).toList();
    }

    private synchronized void await(long position, Duration atMost) throws InterruptedException {
        if (events.size() <= position) {
            TimeUnit.MILLISECONDS.timedWait(this, atMost.toMillis());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (away || exchange.getRequestHeaders().getFirst(Identity.HEADER) == null) {
                exchange.sendResponseHeaders(away ? 503 : 401, -1);
                return;
            }
            var path = exchange.getRequestURI().getPath();
            if (path.startsWith("/internal/deployment-requests/") && !told.containsKey(path)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var body = body(exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private String body(URI uri) {
        var head =
                "\"source\":\"%s\",\"position\":%d,\"chain_hash\":\"%064x\""
                        .formatted(source, head(), head());
        return switch (uri.getPath()) {
            case "/internal/events/head" -> "{" + head + "}";
            case "/internal/events/verify" -> "{" + head + ",\"intact\":true}";
            case String path when told.containsKey(path) -> {
                timesTold.incrementAndGet();
                yield told.get(path);
            }
            default ->
                    after(number(uri, "after"), (int) number(uri, "limit")).stream()
                            .map(lines::write)
                            .collect(Collectors.joining("\n"));
        };
    }

    private static long number(URI uri, String name) {
        for (var pair : uri.getQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Long.parseLong(pair.substring(name.length() + 1));
            }
        }
        throw new IllegalArgumentException(uri + " has no " + name);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
