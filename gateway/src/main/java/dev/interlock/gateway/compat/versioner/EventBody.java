package dev.interlock.gateway.compat.versioner;

import dev.interlock.edge.EdgeJson;
import dev.interlock.edge.Instants;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the fields of an event, collecting all that is wrong in the form those clients print.
 * Fields we do not know are ignored: older and newer clients send some.
 */
final class EventBody {

    /**
     * @param loc where: {@code body} and the field's path
     */
    record Invalid(List<String> loc, String msg, String type) {}

    private static final JsonMapper JSON = EdgeJson.strict();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int LARGEST_METADATA = 100 * 1024;

    private final JsonNode body;
    private final List<Invalid> errors = new ArrayList<>();

    EventBody(JsonNode body) {
        this.body = body;
    }

    /**
     * @throws EventRefused 422 if it is no JSON object
     */
    static EventBody parse(byte[] bytes) {
        JsonNode tree;
        try {
            tree = JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw EventRefused.invalid(
                    List.of(new Invalid(List.of("body"), "JSON decode error", "json_invalid")));
        }
        if (tree == null || !tree.isObject()) {
            throw EventRefused.invalid(
                    List.of(
                            new Invalid(
                                    List.of("body"),
                                    "Input should be a valid dictionary",
                                    "model_attributes_type")));
        }
        return new EventBody(tree);
    }

    /** The whole body as it came, for telling repeated ones. */
    JsonNode tree() {
        return body;
    }

    /** One line of text; empty if it is missing or wrong, which is then among the errors. */
    String required(String field, int longest) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            error(field, "Field required", "missing");
            return "";
        }
        String text = optional(field, longest);
        if (text == null && value.isString()) {
            error(field, "String should have at least 1 character", "string_too_short");
        }
        return text == null ? "" : text;
    }

    /** One line of text; null if it is missing, blank or wrong. */
    @Nullable String optional(String field, int longest) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            error(field, "Input should be a valid string", "string_type");
            return null;
        }
        String text = value.asString().strip();
        if (text.codePointCount(0, text.length()) > longest) {
            error(
                    field,
                    "String should have at most " + longest + " characters",
                    "string_too_long");
            return null;
        }
        if (!OneLine.is(text)) {
            error(field, "String should not contain control characters", "value_error");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** The canonical status; empty if it is missing or wrong. */
    String status() {
        String word = required("status", 50);
        if (word.isEmpty()) {
            return "";
        }
        String canonical = StatusWords.canonical(word);
        if (canonical == null) {
            error(
                    "status",
                    "Input should be 'pending', 'started', 'completed', 'failed' or 'aborted'",
                    "enum");
            return "";
        }
        return canonical;
    }

    boolean flag(String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            error(field, "Input should be a valid boolean", "bool_type");
            return false;
        }
        return value.asBoolean();
    }

    /** A time; one without a zone is taken as UTC. */
    @Nullable Instant time(String field) {
        String text = optional(field, 64);
        if (text == null) {
            return null;
        }
        var time = Instants.parse(text).or(() -> zoneless(text));
        if (time.isEmpty()) {
            error(field, "Input should be a valid datetime", "datetime_parsing");
        }
        return time.orElse(null);
    }

    private static Optional<Instant> zoneless(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC))
                    .filter(Instants::usual);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Map<String, Object> metadata() {
        JsonNode value = body.path("extra_metadata");
        if (value.isMissingNode() || value.isNull()) {
            return Map.of();
        }
        if (!value.isObject()) {
            error("extra_metadata", "Input should be a valid dictionary", "dict_type");
            return Map.of();
        }
        if (value.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_METADATA) {
            error("extra_metadata", "Metadata should have at most 100 KB", "value_error");
            return Map.of();
        }
        return JSON.convertValue(value, OBJECT);
    }

    /**
     * @throws EventRefused 422 naming everything that was wrong so far
     */
    void throwIfInvalid() {
        if (!errors.isEmpty()) {
            throw EventRefused.invalid(errors);
        }
    }

    private void error(String field, String msg, String type) {
        errors.add(new Invalid(List.of("body", field), msg, type));
    }
}
