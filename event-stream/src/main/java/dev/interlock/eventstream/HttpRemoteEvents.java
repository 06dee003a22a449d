package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.identity.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Events read from their owners by {@code GET /internal/events}. */
public final class HttpRemoteEvents implements RemoteEvents, AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final EnvelopeLines lines = new EnvelopeLines();
    private final Map<String, URI> owners;
    private final Supplier<String> identity;
    private final Duration atMost;

    /**
     * @param owners base address of each source's service
     * @param identity this service's own signed identity, asked for before each call
     */
    public HttpRemoteEvents(Map<String, URI> owners, Supplier<String> identity) {
        this(owners, identity, REQUEST_TIMEOUT);
    }

    HttpRemoteEvents(Map<String, URI> owners, Supplier<String> identity, Duration atMost) {
        this.owners = Map.copyOf(owners);
        this.identity = identity;
        this.atMost = atMost;
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
                        .timeout(atMost)
                        .header(Identity.HEADER, identity.get())
                        .build();
        var response = answer(request);
        if (response.statusCode() != 200) {
            throw new UncheckedIOException(
                    new IOException(request.uri() + " answered " + response.statusCode()));
        }
        return response.body().lines().filter(line -> !line.isBlank()).map(lines::read).toList();
    }

    /**
     * The time-out of a request ends with the header of its answer; ours holds for the body too.
     */
    private HttpResponse<String> answer(HttpRequest request) {
        var answer = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(
                    e.getCause() instanceof IOException io ? io : new IOException(e.getCause()));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new UncheckedIOException(
                    new IOException(request.uri() + " did not answer in " + atMost, e));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + request.uri(), e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
