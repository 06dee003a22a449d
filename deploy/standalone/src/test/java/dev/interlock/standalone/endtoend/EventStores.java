package dev.interlock.standalone.endtoend;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.edge.IdentitySigner;
import dev.interlock.edge.ServiceIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the event stores hold, in their order, asked of the services themselves. */
final class EventStores {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 5_000;

    /**
     * @param position in the store of its source
     * @param data what the event says
     */
    record Event(long position, String type, JsonNode data) {}

    private final Installation installation;
    private final IdentitySigner signer;
    private final HttpClient http = HttpClient.newHttpClient();

    EventStores(Installation installation) {
        this.installation = installation;
        try {
            var secret = Files.readString(installation.data().resolve("secrets/identity")).strip();
            signer = new IdentitySigner(secret, Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All events of the service's store by their subject, oldest first. */
    Map<String, List<Event>> bySubject(String service) {
        var all = new HashMap<String, List<Event>>();
        long after = 0;
        for (var page = page(service, after); !page.isEmpty(); page = page(service, after)) {
            for (var line : page) {
                after = line.path("position").asLong();
                var data = line.path("data");
                all.computeIfAbsent(line.path("subject").asString(), _ -> new ArrayList<>())
                        .add(
                                new Event(
                                        after,
                                        line.path("type").asString(),
                                        data.isString() ? JSON.readTree(data.asString()) : data));
            }
        }
        return all;
    }

    private List<JsonNode> page(String service, long after) {
        var url = "http://127.0.0.1:" + installation.port(service);
        var identity = signer.sign(ServiceIdentity.of("end-to-end").identity());
        var path = "/internal/events?after=" + after + "&limit=" + PAGE;
        return new Client(http, url, "")
                .send("GET", path, "", Identity.HEADER, identity)
                .expect(200)
                .body()
                .lines()
                .map(JSON::readTree)
                .toList();
    }
}
