package dev.interlock.benchmarks.installation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the gateway with one token, as a user's script would. */
public final class Client {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final String url;
    private final String token;

    Client(String url, String token) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), url, token);
    }

    private Client(HttpClient http, String url, String token) {
        this.http = http;
        this.url = url;
        this.token = token;
    }

    public String url() {
        return url;
    }

    public String token() {
        return token;
    }

    public Client as(String otherToken) {
        return new Client(http, url, otherToken);
    }

    /** A new person with one role, with a token of theirs. */
    public Client person(String name, String role) throws IOException, InterruptedException {
        JsonNode person =
                post(
                        "/v1/people",
                        """
                        {"name": "%s", "roles": ["%s"]}
                        """
                                .formatted(name, role));
        JsonNode issued =
                post(
                        "/v1/tokens",
                        """
                        {"kind": "personal", "name": "bench", "person": "%s"}
                        """
                                .formatted(person.path("id").asString()));
        return as(issued.path("token").asString());
    }

    /** The answer; fails unless it is a success. */
    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "POST %s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
