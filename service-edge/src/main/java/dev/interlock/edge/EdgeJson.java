package dev.interlock.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON on HTTP. What people send is read strictly: unknown fields, wrong types, duplicate keys and
 * trailing content are refused, because a misspelt field of a gate's question must not be dropped
 * silently. What our own services answer is read leniently, so that they can be updated one by one.
 */
public final class EdgeJson {

    private EdgeJson() {}

    /** For bodies that come from outside. */
    public static JsonMapper strict() {
        var builder = JsonMapper.builder();
        common(builder);
        strict(builder);
        return builder.build();
    }

    /** For answers of our own services. */
    public static JsonMapper lenient() {
        var builder = JsonMapper.builder();
        common(builder);
        builder.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return builder.build();
    }

    static void common(JsonMapper.Builder builder) {
        builder.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        builder.enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE);
        builder.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS);
        builder.changeDefaultPropertyInclusion(
                i -> i.withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    static void strict(JsonMapper.Builder builder) {
        builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        builder.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        builder.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        builder.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        builder.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        builder.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        builder.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
        builder.addModule(
                new SimpleModule("strict")
                        .addDeserializer(String.class, new TextDeserializer())
                        .addDeserializer(Instant.class, new Instants.Deserializer()));
    }
}
