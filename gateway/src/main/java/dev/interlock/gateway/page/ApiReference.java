package dev.interlock.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API as {@code openapi.yaml} describes it, in the form that people read. Read when somebody
 * asks for it first: most gateways are never asked.
 */
@Component
@Lazy
final class ApiReference {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /**
     * @param place {@code path}, {@code query}, {@code header} or, of a schema's field, {@code
     *     body}
     */
    record Field(String name, String place, boolean required, String type, String about) {}

    /**
     * @param schema what the body is; empty for none
     */
    record Answer(String status, String about, String schema) {}

    record Operation(
            String id,
            String method,
            String path,
            String summary,
            String about,
            List<Field> parameters,
            String body,
            List<Answer> answers) {}

    record Group(String name, String about, List<Operation> operations) {}

    record Schema(String name, String about, List<Field> fields) {}

    private final byte[] text;
    private final JsonNode document;
    private final List<Group> groups;
    private final List<Schema> schemas;

    ApiReference() {
        try {
            text =
                    new ClassPathResource("api/openapi.yaml", ApiReference.class.getClassLoader())
                            .getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Object yaml =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(new String(text, StandardCharsets.UTF_8));
        document = JsonMapper.shared().valueToTree(yaml);
        groups = stream(document.path("tags")).map(this::group).toList();
        schemas =
                document.path("components")
                        .path("schemas")
                        .propertyStream()
                        .map(entry -> schema(entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** The file, byte for byte. */
    byte[] text() {
        return text.clone();
    }

    String about() {
        return document.path("info").path("description").asString("");
    }

    List<Group> groups() {
        return groups;
    }

    List<Schema> schemas() {
        return schemas;
    }

    private Group group(JsonNode tag) {
        var name = tag.path("name").asString("");
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .propertyStream()
                .forEach(
                        path ->
                                path.getValue()
                                        .propertyStream()
                                        .filter(m -> METHODS.contains(m.getKey()))
                                        .filter(m -> isTagged(m.getValue(), name))
                                        .map(
                                                m ->
                                                        operation(
                                                                path.getKey(),
                                                                m.getKey(),
                                                                m.getValue()))
                                        .forEach(operations::add));
        return new Group(name, tag.path("description").asString(""), List.copyOf(operations));
    }

    private static boolean isTagged(JsonNode operation, String tag) {
        return stream(operation.path("tags")).anyMatch(t -> t.asString("").equals(tag));
    }

    private Operation operation(String path, String method, JsonNode operation) {
        return new Operation(
                operation.path("operationId").asString(""),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                operation.path("summary").asString(""),
                operation.path("description").asString(""),
                stream(operation.path("parameters")).map(this::parameter).toList(),
                body(operation.path("requestBody")),
                operation
                        .path("responses")
                        .propertyStream()
                        .map(answer -> answer(answer.getKey(), resolved(answer.getValue())))
                        .toList());
    }

    private Field parameter(JsonNode given) {
        var parameter = resolved(given);
        return new Field(
                parameter.path("name").asString(""),
                parameter.path("in").asString(""),
                parameter.path("required").asBoolean(false),
                type(parameter.path("schema")),
                parameter.path("description").asString(""));
    }

    private static Answer answer(String status, JsonNode answer) {
        return new Answer(status, answer.path("description").asString(""), body(answer));
    }

    private static String body(JsonNode message) {
        return message.path("content")
                .propertyStream()
                .map(content -> type(content.getValue().path("schema")))
                .findFirst()
                .orElse("");
    }

    private static Schema schema(String name, JsonNode schema) {
        var required =
                stream(schema.path("required"))
                        .map(field -> field.asString(""))
                        .collect(Collectors.toSet());
        return new Schema(
                name,
                schema.path("description").asString(""),
                schema.path("properties")
                        .propertyStream()
                        .map(
                                field ->
                                        new Field(
                                                field.getKey(),
                                                "body",
                                                required.contains(field.getKey()),
                                                type(field.getValue()),
                                                field.getValue().path("description").asString("")))
                        .toList());
    }

    private JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** In words; a schema of its own by its name. */
    static String type(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (schema.has("enum")) {
            return stream(schema.path("enum"))
                    .map(word -> word.asString(""))
                    .collect(Collectors.joining(" | "));
        }
        var type = schema.path("type");
        if (type.asString("").equals("array")) {
            return "list of " + type(schema.path("items"));
        }
        var word =
                type.isArray()
                        ? stream(type).map(t -> t.asString("")).collect(Collectors.joining(" or "))
                        : type.asString("anything");
        var format = schema.path("format").asString("");
        return format.isEmpty() ? word : word + " (" + format + ")";
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
