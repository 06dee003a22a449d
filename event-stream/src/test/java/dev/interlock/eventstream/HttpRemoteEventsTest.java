package dev.interlock.eventstream;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HttpRemoteEventsTest {

    private final HttpServer owner;

    HttpRemoteEventsTest() throws IOException {
        owner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        owner.start();
    }

    @AfterEach
    void stop() {
        owner.stop(0);
    }

    @Test
    @Timeout(10)
    void anOwnerThatStopsInTheMiddleOfItsAnswerIsNotWaitedForForEver() {
        owner.createContext(
                "/internal/events",
                call -> {
                    call.sendResponseHeaders(200, 0);
                    call.getResponseBody().write("{\"source\":".getBytes(StandardCharsets.UTF_8));
                    call.getResponseBody().flush(); // and no more
                });

        assertThatThrownBy(() -> events(Duration.ofMillis(300)).after("dr", 0, 10))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("did not answer in PT0.3S");
    }

    @Test
    void anAnswerOtherThan200IsAFailureAndNoEmptyStream() {
        owner.createContext(
                "/internal/events",
                call -> {
                    call.sendResponseHeaders(503, -1);
                    call.close();
                });

        assertThatThrownBy(() -> events(Duration.ofSeconds(5)).after("dr", 0, 10))
                .hasMessageContaining("answered 503");
    }

    private HttpRemoteEvents events(Duration atMost) {
        var base = URI.create("http://127.0.0.1:" + owner.getAddress().getPort());
        return new HttpRemoteEvents(Map.of("dr", base), () -> "signed", atMost);
    }
}
