package dev.interlock.standalone.endtoend;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every way to spoil the body of a sample: the whole of it, and each of its values. */
final class BadBodies {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEPTH = 10_000;
    private static final int TOO_LARGE = (1 << 20) + 1_000;
    private static final int TOO_LONG = 25_000;

    /** Stands for a value in a tree until its exact spelling replaces it. */
    private static final String PLACE = "the-value-goes-here";

    private final Sample sample;
    private final ServedEndpoint endpoint;
    private final List<BadCall> calls = new ArrayList<>();

    private BadBodies(Sample sample, ServedEndpoint endpoint) {
        this.sample = sample;
        this.endpoint = endpoint;
    }

    static List<BadCall> of(Sample sample, ServedEndpoint endpoint) {
        if (sample.body().isEmpty()) {
            return List.of();
        }
        if (!sample.isJson()) {
            return BadCalendars.of(sample);
        }
        var bodies = new BadBodies(sample, endpoint);
        bodies.whole();
        sample.pointers().stream().filter(p -> !p.isEmpty()).forEach(bodies::value);
        return bodies.calls;
    }

    private void whole() {
        String body = sample.body();
        var one = sample.json().properties().iterator().next();
        String first = "{\"" + one.getKey() + "\":" + one.getValue() + ",";
        malformed("no JSON", "{\"a\":");
        malformed("no JSON but words", "hello");
        malformed("a number that is none", "{\"a\":01}");
        malformed("a field twice", first + body.substring(body.indexOf('{') + 1));
        malformed("trailing token", body + " 1");
        malformed("two bodies", body + body);
        malformed("nested too deep", "{\"a\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}");
        if (endpoint.requiresBody() || endpoint.isCompatible()) {
            malformed("empty body", "");
            add(BadCall.of(sample, "null", 400, 422).body("null"));
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        bytes[body.indexOf('"') + 1] = (byte) 0xC3;
        add(BadCall.of(sample, "invalid UTF-8", malformed()).body(bytes));
        add(BadCall.of(sample, "a list", 422).body("[" + body + "]"));
        add(BadCall.of(sample, "a text", 422).body("\"x\""));
        var large = "{\"a\":\"" + "x".repeat(TOO_LARGE) + "\"}";
        add(BadCall.of(sample, "too large", 413).body(large));
        if (!endpoint.isCompatible()) {
            // the compatible endpoints judge what they get by its contents alone
            add(BadCall.of(sample, "text/plain", 415).header("Content-Type", "text/plain"));
            add(BadCall.of(sample, "no content type", 415).header("Content-Type", ""));
            unknownFields();
        }
    }

    /** The compatible endpoints know one status for everything that is wrong with a body. */
    private int malformed() {
        return endpoint.isCompatible() ? 422 : 400;
    }

    private void malformed(String what, String body) {
        add(BadCall.of(sample, what, malformed()).body(body));
    }

    private void unknownFields() {
        for (var pointer : sample.pointers()) {
            if (sample.json().at(pointer).isObject() && !sample.free().contains(pointer)) {
                var tree = sample.json();
                ((ObjectNode) tree.at(pointer)).put("no_such_field", 1);
                add(
                        BadCall.of(sample, "unknown field in '" + pointer + "'", 422)
                                .body(tree.toString())
                                .naming(pointer + "/no_such_field"));
            }
        }
    }

    private void value(String pointer) {
        JsonNode value = sample.json().at(pointer);
        if (sample.required().contains(pointer)) {
            var tree = sample.json();
            var parent = tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
            ((ObjectNode) parent).remove(pointer.substring(pointer.lastIndexOf('/') + 1));
            add(
                    BadCall.of(sample, "missing " + pointer, 422)
                            .body(tree.toString())
                            .naming(pointer));
            spoil(pointer, "null");
        }
        if (value.isString()) {
            text(pointer, value.asString());
        } else if (value.isNumber()) {
            spoil(pointer, "\"1\"", "\"x\"", "1.5", "true", "{}", "[]", "-1", "0", "1e400");
            spoil(pointer, "2147483648", "9223372036854775808", "-9223372036854775809");
        } else if (value.isBoolean()) {
            spoil(pointer, "\"true\"", "\"x\"", "1", "0", "{}", "[]", "\"\"");
        } else if (value.isArray()) {
            spoil(pointer, "\"x\"", "1", "true", "{}", "[null]", "[[]]", "[1]");
        } else {
            spoil(pointer, "\"x\"", "1", "true", "[]", "[{}]");
        }
        if (sample.free().contains(pointer)) {
            spoil(pointer, "{\"k\":\"" + "x".repeat(110_000) + "\"}");
        }
    }

    private void text(String pointer, String value) {
        spoil(pointer, "17", "1.5", "true", "{}", "{\"x\":1}", "[]", "[\"x\"]");
        spoil(pointer, "\"" + "x".repeat(TOO_LONG) + "\"");
        for (var bad : List.of("\\u0000", "\\u0007", "\\u001b[31m", "\\ud800", "\\udc00")) {
            spoil(pointer, "\"a" + bad + "b\"");
        }
        if (!sample.prose().contains(pointer)) {
            spoil(pointer, "\"a\\nb\"", "\"a\\u2028b\"", "\"a\\u0085b\"");
        }
        if (sample.required().contains(pointer)) {
            spoil(pointer, "\"\"", "\" \"", "\"\\t\"");
        }
        if (value.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
            spoil(pointer, "\"yesterday\"", "\"2026-02-30T00:00:00Z\"", "\"1e400\"");
            spoil(pointer, "\"+999999999-12-31T23:59:59Z\"", "\"-999999999-01-01T00:00:00Z\"");
        }
    }

    /** Each of these spellings in turn in place of the value. */
    private void spoil(String pointer, String... spellings) {
        int last = pointer.lastIndexOf('/');
        for (var spelling : spellings) {
            var tree = sample.json();
            var parent = tree.at(pointer.substring(0, last));
            if (parent instanceof ArrayNode list) {
                list.set(0, PLACE);
            } else {
                ((ObjectNode) parent).put(pointer.substring(last + 1), PLACE);
            }
            var json = JSON.writeValueAsString(tree).replace('"' + PLACE + '"', spelling);
            var shown = spelling.length() > 40 ? spelling.substring(0, 40) + "…" : spelling;
            add(BadCall.of(sample, pointer + " = " + shown, 422).body(json).naming(pointer));
        }
    }

    private void add(BadCall call) {
        calls.add(call);
    }
}
