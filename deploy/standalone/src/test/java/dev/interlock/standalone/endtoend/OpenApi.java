package dev.interlock.standalone.endtoend;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code docs/reference/openapi.yaml}, read strictly: what it does not name may neither be sent nor
 * answered.
 */
final class OpenApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode document;
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> compiled = new HashMap<>();

    private OpenApi(JsonNode document) {
        this.document = document;
        document.path("components")
                .path("schemas")
                .propertyStream()
                .filter(schema -> !schema.getKey().equals("Problem")) // may say more, by its code
                .forEach(schema -> close(schema.getValue()));
    }

    static OpenApi read() {
        try {
            var text = Files.readString(Checkout.HOME.resolve("docs/reference/openapi.yaml"));
            return new OpenApi(
                    JSON.valueToTree(
                            new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            if (object.has("properties") && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
            object.forEach(OpenApi::close);
        }
    }

    /** {@code POST /v1/tokens} for each. */
    Set<String> operations() {
        var operations = new TreeSet<String>();
        document.path("paths")
                .propertyStream()
                .forEach(
                        path ->
                                path.getValue()
                                        .propertyNames()
                                        .forEach(
                                                method ->
                                                        operations.add(
                                                                method.toUpperCase()
                                                                        + " "
                                                                        + path.getKey())));
        return operations;
    }

    Set<String> parameters(ServedEndpoint endpoint, String place) {
        var names = new TreeSet<String>();
        for (var given : operation(endpoint).path("parameters")) {
            var parameter = resolved(given);
            if (parameter.path("in").asString("").equals(place)) {
                names.add(parameter.path("name").asString(""));
            }
        }
        return names;
    }

    /** Is it a list that is read page by page? */
    boolean isPaged(Sample sample) {
        return sample.method().equals("GET") && isPaged(path(sample.template()).path("get"));
    }

    private boolean isPaged(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .anyMatch(given -> resolved(given).path("name").asString("").equals("cursor"));
    }

    /** Paths that answer {@code items}, all of them at once. */
    List<String> unpagedLists() {
        return document.path("paths")
                .propertyStream()
                .filter(path -> isList(path.getValue().path("get")))
                .filter(path -> !isPaged(path.getValue().path("get")))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isList(JsonNode operation) {
        var answer = resolved(operation.path("responses").path("200"));
        var schema = answer.path("content").path("application/json").path("schema");
        var fields = resolved(schema).path("properties");
        return fields.has("items") && fields.size() <= 2;
    }

    private JsonNode path(String template) {
        return document.path("paths").path(template);
    }

    /** What is wrong with a request's body; nothing if it may be sent. */
    List<String> objectionsToRequest(ServedEndpoint endpoint, Sample sample) {
        return objections(operation(endpoint).path("requestBody"), sample.type(), sample.body());
    }

    /** What is wrong with an answer: its status, type or body. */
    List<String> objectionsToAnswer(ServedEndpoint endpoint, Client.Answer answer) {
        var described =
                resolved(
                        operation(endpoint)
                                .path("responses")
                                .path(Integer.toString(answer.status())));
        if (described.isMissingNode()) {
            return List.of("status " + answer.status() + " is not described");
        }
        if (!described.has("content")) {
            return answer.body().isEmpty() ? List.of() : List.of("has a body");
        }
        var type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        return objections(described, type, answer.body());
    }

    private List<String> objections(JsonNode message, String type, String body) {
        var schema = message.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            return List.of("no body of type '" + type + "' is described");
        }
        return !type.endsWith("json")
                ? List.of()
                : compiled
                        .computeIfAbsent(schema.toString(), _ -> compile(schema))
                        .validate(body, InputFormat.JSON)
                        .stream()
                        .map(Object::toString)
                        .toList();
    }

    private Schema compile(JsonNode schema) {
        var root = (ObjectNode) schema.deepCopy();
        root.set("components", document.path("components"));
        return registry.getSchema(root.toString());
    }

    private JsonNode operation(ServedEndpoint endpoint) {
        return path(endpoint.path()).path(endpoint.method().toLowerCase(java.util.Locale.ROOT));
    }

    private JsonNode resolved(JsonNode node) {
        @Nullable String reference = node.path("$ref").asString(null);
        return reference == null ? node : document.at(reference.substring(1));
    }
}
