package dev.interlock.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import dev.interlock.contracts.Sources;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.eventstream.EnvelopeCodec;
import dev.interlock.eventstream.EnvelopeLines;
import dev.interlock.eventstream.MessageJson;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plays dr-service and approval-service: commits events, serves them, publishes them. */
final class Owners implements AutoCloseable {

    private static final Pattern QUERY = Pattern.compile("after=(\\d+)&limit=(\\d+)");

    private final Map<String, List<EventEnvelope>> histories = new HashMap<>();
    private final EnvelopeLines lines = new EnvelopeLines();
    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final MessageJson json = new MessageJson();
    private final HttpServer server;
    private final KafkaProducer<String, byte[]> producer;

    Owners(String kafkaServers) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        for (String source : List.of(Sources.DR, Sources.APPROVAL, Sources.RULES)) {
            histories.put(source, new ArrayList<>());
            server.createContext("/" + source + "/internal/events", e -> serve(source, e));
        }
        server.start();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafkaServers, "max.block.ms", 20_000),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    String address(String source) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + source;
    }

    /** Commits and publishes one event. */
    EventEnvelope tell(String source, String type, String subject, Message message) {
        EventEnvelope event = commit(source, type, subject, message);
        publish(event);
        return event;
    }

    synchronized EventEnvelope commit(String source, String type, String subject, Message message) {
        List<EventEnvelope> history = history(source);
        var event =
                new EventEnvelope(
                        source,
                        history.size() + 1L,
                        history.size(),
                        UUID.randomUUID().toString(),
                        type,
                        1,
                        subject,
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        "request-1",
                        null,
                        "user",
                        "usr_1",
                        "human",
                        "api",
                        null,
                        null,
                        "0".repeat(64),
                        json.write(message));
        history.add(event);
        return event;
    }

    void publish(EventEnvelope event) {
        try {
            producer.send(codec.toRecord(event)).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized List<EventEnvelope> all() {
        return histories.values().stream().flatMap(List::stream).toList();
    }

    private List<EventEnvelope> history(String source) {
        return histories.computeIfAbsent(source, s -> new ArrayList<>());
    }

    private void serve(String source, HttpExchange exchange) throws IOException {
        var query = QUERY.matcher(exchange.getRequestURI().getQuery());
        boolean known = exchange.getRequestHeaders().containsKey(Identity.HEADER);
        if (!query.matches() || !known) {
            exchange.sendResponseHeaders(known ? 400 : 401, -1);
            return;
        }
        long after = Long.parseLong(query.group(1));
        long limit = Long.parseLong(query.group(2));
        var body = new StringBuilder();
        synchronized (this) {
            history(source).stream()
                    .filter(e -> e.position() > after)
                    .limit(limit)
                    .forEach(e -> body.append(lines.write(e)).append('\n'));
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        producer.close();
        server.stop(0);
    }
}
