package dev.interlock.dr.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.interlock.edge.Violations;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code extra_metadata}: one JSON object that is kept and given back, and never looked into. */
public final class Metadata {

    private static final int LARGEST = 100 * 1024;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /**
     * Letters beyond ASCII are escaped: even half a character, which no database takes, survives.
     */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Metadata() {}

    /** As text; null for none. */
    public static @Nullable String text(
            Violations violations, @Nullable Map<String, Object> metadata) {
        if (metadata == null || metadata.isEmpty()) {
            return null;
        }
        int size = JsonMapper.shared().writeValueAsString(metadata).getBytes(UTF_8).length;
        violations.expect(
                size <= LARGEST,
                "/extra_metadata",
                "is " + size + " bytes long (expected: <= " + LARGEST + ")");
        return JSON.writeValueAsString(metadata);
    }

    public static Map<String, Object> object(@Nullable String text) {
        return text == null ? Map.of() : JSON.readValue(text, OBJECT);
    }
}
