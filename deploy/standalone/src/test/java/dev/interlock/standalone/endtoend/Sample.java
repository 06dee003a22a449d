package dev.interlock.standalone.endtoend;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call of an endpoint that is as it should be, from which calls that are not are derived.
 *
 * @param endpoint {@code POST /v1/tokens}, the path with its variables
 * @param path with values for them
 * @param body names every field the endpoint knows; empty for none
 * @param required pointers of the fields that may not be missing
 * @param prose pointers of texts that may have several lines
 * @param free pointers of objects that may hold anything
 * @param ifMatch an ETag that is right; empty for none
 * @param type of the body
 */
record Sample(
        String endpoint,
        String path,
        Client by,
        String body,
        List<String> required,
        List<String> prose,
        List<String> free,
        String ifMatch,
        String type) {

    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = JsonMapper.shared();

    static Sample of(Client by, String endpoint, String path) {
        return new Sample(endpoint, path, by, "", List.of(), List.of(), List.of(), "", JSON_TYPE);
    }

    /** For an endpoint without path variables. */
    static Sample of(Client by, String endpoint) {
        return of(by, endpoint, endpoint.substring(endpoint.indexOf(' ') + 1));
    }

    Sample body(String json, String... needed) {
        return new Sample(endpoint, path, by, json, List.of(needed), prose, free, ifMatch, type);
    }

    Sample prose(String... pointers) {
        return new Sample(
                endpoint, path, by, body, required, List.of(pointers), free, ifMatch, type);
    }

    Sample free(String... pointers) {
        return new Sample(
                endpoint, path, by, body, required, prose, List.of(pointers), ifMatch, type);
    }

    Sample ifMatch(String tag) {
        return new Sample(endpoint, path, by, body, required, prose, free, tag, type);
    }

    /** No JSON. */
    Sample text(String other, String text) {
        return new Sample(endpoint, path, by, text, required, prose, free, ifMatch, other);
    }

    boolean isJson() {
        return type.equals(JSON_TYPE);
    }

    String method() {
        return endpoint.substring(0, endpoint.indexOf(' '));
    }

    String template() {
        return endpoint.substring(endpoint.indexOf(' ') + 1);
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** Pointers of all values, the body's own first; of a list only its first element. */
    Set<String> pointers() {
        var all = new LinkedHashSet<String>();
        collect("", json(), all);
        return all;
    }

    private void collect(String pointer, JsonNode node, Set<String> all) {
        all.add(pointer);
        if (node.isObject() && !free.contains(pointer)) {
            node.propertyNames()
                    .forEach(name -> collect(pointer + "/" + name, node.path(name), all));
        } else if (node.isArray() && !node.isEmpty()) {
            collect(pointer + "/0", node.path(0), all);
        }
    }

    /** Names, in JSON, of the components of a record that the body leaves out at a pointer. */
    static List<String> missing(JsonNode node, @Nullable Class<?> body) {
        return body == null || !body.isRecord()
                ? List.of()
                : java.util.Arrays.stream(body.getRecordComponents())
                        .map(c -> c.getName().replaceAll("([A-Z])", "_$1").toLowerCase())
                        .filter(name -> !node.has(name))
                        .toList();
    }
}
