package dev.interlock.benchmarks.start;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Serves {@code /internal/events} of each owner from the rows of the audit log. */
final class RecordedOwners implements AutoCloseable {

    private static final Pattern ADDRESS =
            Pattern.compile("/([a-z]+)/internal/events\\?after=([0-9]+)&limit=([0-9]+)");

    private final JdbcClient rows;
    private final HttpServer http;
    private final AtomicLong served = new AtomicLong();
    private volatile long firstAskedAt;

    RecordedOwners(JdbcClient rows) throws IOException {
        this.rows = rows;
        this.http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 64);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::answer);
        http.start();
    }

    String address(String source) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/" + source;
    }

    void forget() {
        served.set(0);
        firstAskedAt = 0;
    }

    /** How many events were told since. */
    long served() {
        return served.get();
    }

    /** As {@link System#nanoTime()} has it. */
    long firstAskedAt() {
        return firstAskedAt;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = ADDRESS.matcher(exchange.getRequestURI().toString());
            if (!asked.matches()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (firstAskedAt == 0) {
                firstAskedAt = System.nanoTime();
            }
            var lines =
                    rows.sql(
                                    "select envelope from audit_log where source = :source and"
                                            + " position > :after order by position limit :limit")
                            .params(
                                    Map.of(
                                            "source", asked.group(1),
                                            "after", Long.valueOf(asked.group(2)),
                                            "limit", Integer.valueOf(asked.group(3))))
                            .query(String.class)
                            .list();
            served.addAndGet(lines.size());
            var body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
