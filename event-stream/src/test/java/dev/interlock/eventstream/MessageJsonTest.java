package dev.interlock.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.MessageCatalogue;
import dev.interlock.contracts.dr.DeploymentRequestCancelledV1;
import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.ProductRegisteredV1;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MessageJsonTest {

    private static final Path GOLDEN = Path.of("../contracts/src/test/resources/golden");

    private final MessageJson messages = new MessageJson();

    @Test
    void everyGoldenFileIsReadAndWrittenAsItIs() throws IOException {
        var plain = JsonMapper.shared();
        for (var entry : MessageCatalogue.entries()) {
            for (String kind : List.of("full", "minimal")) {
                String file = entry.type() + ".v" + entry.version() + "." + kind + ".json";
                String golden = Files.readString(GOLDEN.resolve(file));
                var message = messages.read(event(entry.type(), golden));
                assertThat(message).as(file).isInstanceOf(entry.message());
                if (message != null) {
                    assertThat(plain.readTree(messages.write(message)))
                            .as(file)
                            .isEqualTo(plain.readTree(golden));
                }
            }
        }
    }

    @Test
    void aTypeOfANewerProducerIsUnknownAndNoError() {
        assertThat(messages.read(event("dr.teleported", "{}"))).isNull();
    }

    @Test
    void aFieldOfANewerProducerIsIgnored() {
        assertThat(
                        messages.read(
                                event(
                                        "product.registered",
                                        "{\"product\":\"a\",\"product_id\":\"b\",\"new\":[1]}")))
                .isEqualTo(new ProductRegisteredV1("a", "b"));
    }

    @Test
    void aNullableOrListValuedComponentMayBeMissing() {
        assertThat(messages.read(event("dr.cancelled", "{\"dr\":\"DR-1\"}")))
                .isEqualTo(new DeploymentRequestCancelledV1("DR-1", null));
        var created =
                messages.read(
                        event(
                                "dr.created",
                                "{\"dr\":\"DR-1\",\"title\":\"t\",\"author\":\"a\",\"revision\":1,"
                                        + "\"content_hash\":\"h\",\"contents\":{\"items\":null}}"));
        assertThat(created)
                .isInstanceOfSatisfying(
                        DeploymentRequestCreatedV1.class,
                        c -> {
                            assertThat(c.contents().items()).isEmpty();
                            assertThat(c.contents().slots()).isEmpty();
                        });
    }

    @Test
    void aPayloadThatIsNotWhatItsTypePromisesIsUndecodable() {
        for (String data :
                List.of(
                        "",
                        "not json",
                        "[]",
                        "{}",
                        "{\"product\":\"a\"}",
                        "{\"product\":null,\"product_id\":\"b\"}",
                        "{\"product\":{},\"product_id\":\"b\"}",
                        "{\"product\":\"a\",\"product_id\":\"b\"} trailing")) {
            assertThatThrownBy(() -> messages.read(event("product.registered", data)))
                    .as(data)
                    .isInstanceOf(UndecodableEventException.class)
                    .hasMessageContaining("product.registered.v1");
        }
        assertThatThrownBy(() -> messages.read(event("dr.activated", "{\"dr\":\"DR-1\"}")))
                .as("a missing number is no zero")
                .isInstanceOf(UndecodableEventException.class);
    }

    private static EventEnvelope event(String type, String data) {
        EventEnvelope e = Envelopes.product("h", 1);
        return new EventEnvelope(
                e.source(),
                1,
                0,
                e.id(),
                type,
                1,
                e.subject(),
                e.time(),
                null,
                null,
                "user",
                "u",
                "human",
                "api",
                null,
                null,
                e.chainHash(),
                data);
    }
}
