package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.identity.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Events read from their owners by {@code GET /internal/events}. */
public final class HttpRemoteEvents implements RemoteEvents, AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final EnvelopeLines lines = new EnvelopeLines();
    private final Map<String, URI> owners;
    private final Supplier<String> identity;

    /**
     * @param owners base address of each source's service
     * @param identity this service's own signed identity, asked for before each call
     */
    public HttpRemoteEvents(Map<String, URI> owners, Supplier<String> identity) {
        this.owners = Map.copyOf(owners);
        this.identity = identity;
    }

    @Override
    public List<EventEnvelope> after(String source, long position, int limit) {
        URI owner = owners.get(source);
        if (owner == null) {
            throw new IllegalArgumentException(
                    "source: " + source + " (expected: one of " + owners.keySet() + ")");
        }
        String base = owner.toString().replaceAll("/+$", "");
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        base
                                                + "/internal/events?after="
                                                + position
                                                + "&limit="
                                                + limit))
                        .timeout(REQUEST_TIMEOUT)
                        .header(Identity.HEADER, identity.get())
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofLines());
            try (var body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException(request.uri() + " answered " + response.statusCode());
                }
                return body.filter(line -> !line.isBlank()).map(lines::read).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + request.uri(), e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
