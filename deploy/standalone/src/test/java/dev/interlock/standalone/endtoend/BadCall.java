package dev.interlock.standalone.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A call, spelled out to the byte, and how it is to be refused.
 *
 * @param what is wrong with it
 * @param statuses any of these
 * @param field pointer of the field to be named, or {@code ?name}; empty if none is
 */
record BadCall(
        String what,
        String method,
        String path,
        byte[] body,
        Map<String, String> headers,
        Set<Integer> statuses,
        String field) {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** The sample itself: to be changed where it is to be wrong. */
    static BadCall of(Sample sample, String what, Integer... statuses) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + sample.by().token());
        if (!sample.body().isEmpty()) {
            headers.put("Content-Type", sample.type());
        }
        if (!sample.ifMatch().isEmpty()) {
            headers.put("If-Match", sample.ifMatch());
        }
        return new BadCall(
                what,
                sample.method(),
                sample.path(),
                sample.body().getBytes(StandardCharsets.UTF_8),
                headers,
                Set.of(statuses),
                "");
    }

    BadCall expecting(Integer... others) {
        return new BadCall(what, method, path, body, headers, Set.of(others), field);
    }

    BadCall method(String other) {
        return new BadCall(what, other, path, body, headers, statuses, field);
    }

    BadCall path(String other) {
        return new BadCall(what, method, other, body, headers, statuses, field);
    }

    BadCall body(String other) {
        return body(other.getBytes(StandardCharsets.UTF_8));
    }

    BadCall body(byte[] other) {
        return new BadCall(what, method, path, other, headers, statuses, field);
    }

    BadCall naming(String pointer) {
        return new BadCall(what, method, path, body, headers, statuses, pointer);
    }

    /** With another value for a header; empty leaves it out. */
    BadCall header(String name, String value) {
        var others = new LinkedHashMap<>(headers);
        others.remove(name);
        if (!value.isEmpty()) {
            others.put(name, value);
        }
        return new BadCall(what, method, path, body, others, statuses, field);
    }

    Client.Answer send(Client client) {
        var request =
                HttpRequest.newBuilder(URI.create(client.url() + path))
                        .timeout(LIMIT)
                        .method(
                                method,
                                body.length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            var response = client.http().send(request.build(), BodyHandlers.ofString());
            return new Client.Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(this.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + this, e);
        }
    }

    @Override
    public String toString() {
        return what + ": " + method + " " + (path.length() > 200 ? "…" : path);
    }
}
