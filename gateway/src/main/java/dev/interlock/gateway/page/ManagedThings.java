package dev.interlock.gateway.page;

import dev.interlock.contracts.identity.Identity;
import dev.interlock.edge.EdgeJson;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.InternalReply;
import dev.interlock.edge.ServiceUnreachable;
import dev.interlock.gateway.upstream.Destination;
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

    private final InternalHttp http;
    private final ServicesProperties services;

    ManagedThings(InternalHttp http, ServicesProperties services) {
        this.http = http;
        this.services = services;
    }

    Optional<Map<String, Object>> deployment(String id, Identity caller) {
        return one(Destination.DR, "/v1/deployments/", id, caller);
    }

    Optional<Map<String, Object>> deploymentRequest(String id, Identity caller) {
        return one(Destination.DR, "/v1/deployment-requests/", id, caller)
                .map(
                        request -> {
                            var whole = new LinkedHashMap<>(request);
                            ask(
                                            Destination.APPROVAL,
                                            "/v1/deployment-requests/" + encoded(id) + "/approvals",
                                            caller)
                                    .ifPresent(
                                            approvals -> whole.put("approvals", object(approvals)));
                            return whole;
                        });
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
