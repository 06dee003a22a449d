package dev.interlock.gateway.page;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.edge.EdgeJson;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.InternalReply;
import dev.interlock.edge.ServiceUnreachable;
import dev.interlock.gateway.upstream.Destination;
import dev.interlock.gateway.upstream.SeenPositions;
import dev.interlock.gateway.upstream.ServicesProperties;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page shows, asked from the services as who looks at it. */
@Component
final class ManagedThings {

    /** The page cannot be shown now, or not to this person. */
    static final class Unavailable extends RuntimeException {

        private final int status;
        private final String text;

        Unavailable(int status, String text) {
            super(text, null, false, false);
            this.status = status;
            this.text = text;
        }

        int status() {
            return status;
        }

        String text() {
            return text;
        }
    }

    private static final JsonMapper JSON = EdgeJson.lenient();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private static final String REQUESTS = "/v1/deployment-requests/";

    private final InternalHttp http;
    private final ServicesProperties services;
    private final SeenPositions seen;

    ManagedThings(InternalHttp http, ServicesProperties services, SeenPositions seen) {
        this.http = http;
        this.services = services;
        this.seen = seen;
    }

    Optional<Map<String, Object>> deployment(String id, Identity caller) {
        return one(Destination.DR, "/v1/deployments/", id, caller);
    }

    /**
     * With its author's name, every decision on it, how far it is, what its contents changed last,
     * and what this caller can decide now.
     */
    Optional<Map<String, Object>> deploymentRequest(String id, Identity caller) {
        return one(Destination.DR, REQUESTS, id, caller)
                .map(
                        request -> {
                            var whole = new LinkedHashMap<>(request);
                            String path = REQUESTS + encoded(id);
                            String author = String.valueOf(request.get("author"));
                            ask(Destination.APPROVAL, "/v1/people/" + encoded(author), caller)
                                    .ifPresent(
                                            person ->
                                                    whole.put(
                                                            "author_name",
                                                            person.path("name").asString(author)));
                            ask(Destination.APPROVAL, path + "/approvals", caller)
                                    .ifPresent(
                                            approvals -> whole.put("approvals", object(approvals)));
                            if ("in_progress".equals(whole.get("state"))) {
                                ask(
                                                Destination.APPROVAL,
                                                "/v1/tasks?limit=200&dr=" + encoded(id),
                                                caller)
                                        .ifPresent(
                                                tasks ->
                                                        whole.put(
                                                                "tasks",
                                                                object(tasks).get("items")));
                                readiness(path, caller)
                                        .ifPresent(found -> whole.put("readiness", found));
                            }
                            if (request.get("revision") instanceof Integer revision
                                    && revision > 1) {
                                ask(Destination.DR, path + "/diff", caller)
                                        .ifPresent(diff -> whole.put("diff", object(diff)));
                            }
                            return whole;
                        });
    }

    /** Empty while the gate cannot tell; the rest of the page is no less true then. */
    private Optional<Map<String, Object>> readiness(String path, Identity caller) {
        try {
            return ask(Destination.RULES, path + "/readiness", caller).map(ManagedThings::object);
        } catch (Unavailable e) {
            return Optional.empty();
        }
    }

    /**
     * Approves or rejects in the caller's name.
     *
     * @param kind {@code approvals} or {@code rejections}
     * @return why it was refused, for people; empty when it is done
     */
    Optional<String> decide(String id, String kind, Map<String, Object> body, Identity caller) {
        InternalReply reply;
        try {
            String path = REQUESTS + encoded(id) + "/" + kind;
            reply = http.post(services.url(Destination.APPROVAL, path), body, caller);
        } catch (ServiceUnreachable e) {
            return Optional.of(
                    "A part of Interlock does not answer. Look below whether your decision is there"
                            + " before you try again.");
        }
        seen.remember(reply.positions());
        if (reply.isSuccess()) {
            return Optional.empty();
        }
        var problem = reply.tree();
        var details =
                problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("detail").asString(""))
                        .toList();
        return Optional.of(
                details.isEmpty()
                        ? problem.path("detail").asString("It was refused.")
                        : String.join("; ", details));
    }

    /** With where it went, and what was said of it. */
    Optional<Map<String, Object>> version(String id, Identity caller) {
        return one(Destination.DR, "/v1/versions/", id, caller)
                .map(
                        version -> {
                            var whole = new LinkedHashMap<>(version);
                            ask(
                                            Destination.APPROVAL,
                                            "/v1/version-approvals?product="
                                                    + encoded(
                                                            String.valueOf(version.get("product")))
                                                    + "&version="
                                                    + encoded(
                                                            String.valueOf(version.get("version"))),
                                            caller)
                                    .ifPresent(record -> whole.put("record", object(record)));
                            return whole;
                        });
    }

    private Optional<Map<String, Object>> one(
            Destination service, String path, String id, Identity caller) {
        return id.isBlank() || id.length() > 200
                ? Optional.empty()
                : ask(service, path + encoded(id), caller).map(ManagedThings::object);
    }

    private Optional<JsonNode> ask(Destination service, String path, Identity caller) {
        InternalReply reply;
        try {
            reply = http.get(services.url(service, path), caller);
        } catch (ServiceUnreachable e) {
            throw new Unavailable(503, "A part of Interlock does not answer. Try again.");
        }
        if (reply.isSuccess()) {
            return Optional.of(reply.tree());
        }
        return switch (reply.status()) {
            case 400, 404, 422 -> Optional.empty();
            case 403 -> throw new Unavailable(403, "You may not see this.");
            default ->
                    throw new Unavailable(503, "A part of Interlock does not answer. Try again.");
        };
    }

    private static Map<String, Object> object(JsonNode node) {
        return JSON.convertValue(node, OBJECT);
    }

    /** For a path segment or a query value. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
