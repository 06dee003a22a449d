package dev.interlock.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks a part from outside whether it is ready. */
final class Probe {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();

    static void await(BooleanSupplier ready, Part part) {
        var giveUp = System.nanoTime() + READY_LIMIT.toNanos();
        try {
            while (!ready.getAsBoolean()) {
                if (System.nanoTime() > giveUp) {
                    throw new CannotStart(
                            part.label()
                                    + " is not ready after "
                                    + READY_LIMIT.toSeconds()
                                    + " s, see its log in the data folder");
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while " + part.label() + " started");
        }
    }

    boolean isReady(String url) {
        return status(HttpRequest.newBuilder(URI.create(url + "/readyz"))) == 200;
    }

    /** The status of a GET with this token; 0 if there is no answer. */
    int status(String url, String token) {
        return status(
                HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token));
    }

    private int status(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LIMIT).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) LIMIT.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
