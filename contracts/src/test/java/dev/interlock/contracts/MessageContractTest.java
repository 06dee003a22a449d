package dev.interlock.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.interlock.contracts.approval.ApprovalMessage;
import dev.interlock.contracts.dr.DrMessage;
import dev.interlock.contracts.notification.NotificationMessage;
import dev.interlock.contracts.rules.RulesMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every message has a schema and two golden files, one with all that can be said and one with no
 * more than must be. Golden files are promises to consumers: one that was shipped is never edited;
 * where a message can say more than when it was shipped, a later full file ({@code full-2}) says
 * it.
 */
class MessageContractTest {

    private static final Map<String, Class<? extends Message>> SEALED =
            Map.of(
                    Sources.DR, DrMessage.class,
                    Sources.APPROVAL, ApprovalMessage.class,
                    Sources.RULES, RulesMessage.class,
                    Sources.NOTIFICATION, NotificationMessage.class);

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .changeDefaultPropertyInclusion(
                            v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final SchemaRegistry schemas =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<MessageCatalogue.Entry> entries() {
        return MessageCatalogue.entries();
    }

    @Test
    void theCatalogueHoldsEveryMessageOfEverySource() {
        SEALED.forEach(
                (source, closed) -> {
                    Set<String> catalogued =
                            entries().stream()
                                    .filter(e -> e.source().equals(source))
                                    .map(e -> e.message().getName())
                                    .collect(Collectors.toSet());
                    Set<String> permitted =
                            Stream.of(closed.getPermittedSubclasses())
                                    .map(Class::getName)
                                    .collect(Collectors.toSet());
                    assertThat(catalogued).as(source).isEqualTo(permitted);
                });
        assertThat(SEALED.keySet()).containsExactlyInAnyOrderElementsOf(Sources.ALL);
    }

    @Test
    void namesAreUnique() {
        var names = entries().stream().map(MessageContractTest::file).toList();
        assertThat(names).doesNotHaveDuplicates();
        for (MessageCatalogue.Entry entry : entries()) {
            assertThat(MessageCatalogue.find(entry.type(), entry.version())).contains(entry);
        }
        assertThat(MessageCatalogue.find("dr.created", 99)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void goldenFilesFitTheSchemaAndTheRecord(MessageCatalogue.Entry entry) throws IOException {
        Schema schema = schemas.getSchema(text("/schemas/" + file(entry) + ".json"));
        for (String kind : List.of("full", newestFull(entry), "minimal")) {
            String name = file(entry) + "." + kind + ".json";
            String golden = text("/golden/" + name);
            assertThat(schema.validate(golden, InputFormat.JSON)).as(name).isEmpty();
            Message message = STRICT.readValue(golden, entry.message());
            JsonNode written = STRICT.readTree(STRICT.writeValueAsString(message));
            assertThat(written).as(name).isEqualTo(STRICT.readTree(golden));
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theFullFileSaysAllAndTheMinimalOneWhatIsRequired(MessageCatalogue.Entry entry)
            throws IOException {
        JsonNode schema = STRICT.readTree(text("/schemas/" + file(entry) + ".json"));
        JsonNode full =
                STRICT.readTree(text("/golden/" + file(entry) + "." + newestFull(entry) + ".json"));
        JsonNode minimal = STRICT.readTree(text("/golden/" + file(entry) + ".minimal.json"));

        var required = new HashSet<String>();
        schema.path("required").forEach(n -> required.add(n.asString()));
        assertThat(names(full)).isEqualTo(names(schema.path("properties")));
        assertThat(names(minimal)).isEqualTo(required);
        assertThat(schema.path("$id").asString())
                .isEqualTo("https://interlock.dev/schemas/" + file(entry) + ".json");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void theSchemaRefusesAMissingFieldAndAllowsANewOne(MessageCatalogue.Entry entry)
            throws IOException {
        Schema schema = schemas.getSchema(text("/schemas/" + file(entry) + ".json"));
        String golden = text("/golden/" + file(entry) + ".minimal.json");
        ObjectNode more = (ObjectNode) STRICT.readTree(golden);
        more.put("added_later", true);
        assertThat(schema.validate(more.toString(), InputFormat.JSON)).isEmpty();

        for (String field : names(STRICT.readTree(golden))) {
            ObjectNode less = (ObjectNode) STRICT.readTree(golden);
            less.remove(field);
            assertThat(schema.validate(less.toString(), InputFormat.JSON)).as(field).isNotEmpty();
        }
    }

    private static String newestFull(MessageCatalogue.Entry entry) {
        String newest = "full";
        for (int n = 2; exists("/golden/" + file(entry) + ".full-" + n + ".json"); n++) {
            newest = "full-" + n;
        }
        return newest;
    }

    private static boolean exists(String resource) {
        return MessageContractTest.class.getResource(resource) != null;
    }

    private static Set<String> names(JsonNode node) {
        return new HashSet<>(node.propertyNames());
    }

    private static String file(MessageCatalogue.Entry entry) {
        return entry.type() + ".v" + entry.version();
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = MessageContractTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
