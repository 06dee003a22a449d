package dev.interlock.standalone.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One caller, known by its token. */
record Client(HttpClient http, String url, String token) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /**
     * @param body as it came, for answers that are no JSON
     */
    record Answer(int status, String body, HttpHeaders headers) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        /** The value of a top-level field, as text. */
        String field(String name) {
            return json().path(name).asString();
        }

        /** The value at a JSON pointer as text; empty if there is none, or no JSON. */
        String at(String pointer) {
            return body.startsWith("{") ? json().at(pointer).asString("") : "";
        }

        Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError(
                        "status: %d (expected: %d): %s".formatted(status, expected, body));
            }
            return this;
        }
    }

    Client as(String otherToken) {
        return new Client(http, url, otherToken);
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer send(String method, String path, String body, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(LIMIT)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + method + " " + path, e);
        }
    }

    @Override
    public String toString() {
        return "client of " + url;
    }
}
