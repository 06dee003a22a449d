package dev.interlock.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A service behind the gateway that records what it is asked and answers as told. */
final class FakeService implements AutoCloseable {

    record Asked(String method, String uri, String body, HttpExchange exchange) {
        @Nullable String header(String name) {
            return exchange.getRequestHeaders().getFirst(name);
        }
    }

    record Answer(int status, String body, String position) {
        static Answer of(int status, String body) {
            return new Answer(status, body, "");
        }
    }

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Answer> answers = question -> Answer.of(200, "{}");

    FakeService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var question =
                new Asked(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        body,
                        exchange);
        asked.add(question);
        Answer answer = answers.apply(question);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Set-Cookie", "no=1");
        exchange.getResponseHeaders().set("ETag", "\"3\"");
        if (!answer.position().isEmpty()) {
            exchange.getResponseHeaders().set("Interlock-Position", answer.position());
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    void answer(Function<Asked, Answer> answers) {
        this.answers = answers;
        asked.clear();
    }

    List<Asked> asked() {
        return asked;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
