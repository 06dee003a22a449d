package dev.interlock.edge.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.edge.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "a\tb", "a\u007f"})
    void aKeyIsVisibleAscii(String key) {
        assertThatThrownBy(() -> KeyedRequest.of("usr_ann", key, "POST", "/v1/x", new byte[0]))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(422);
                            assertThat(problem.errors().getFirst().pointer())
                                    .isEqualTo("Idempotency-Key");
                        });
    }

    @Test
    void aKeyHasABound() {
        assertThat(fingerprint("k".repeat(255), "/v1/x", "{}")).hasSize(64);
        assertThatThrownBy(() -> fingerprint("k".repeat(256), "/v1/x", "{}"))
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"a\":1,\"b\":[1,2]} | { \"b\" : [1, 2],  \"a\": 1 } | true",
                "{\"a\":{\"x\":1,\"y\":2}} | {\"a\":{\"y\":2,\"x\":1}} | true",
                "{\"a\":[1,2]} | {\"a\":[2,1]} | false",
                "{\"a\":1} | {\"a\":\"1\"} | false",
                "{\"a\":null} | {} | false",
                "no json | no  json | false",
            })
    void theOrderOfMembersAndWhiteSpaceAreNoDifference(String one, String other, boolean same) {
        assertThat(fingerprint("k", "/v1/x", one).equals(fingerprint("k", "/v1/x", other)))
                .isEqualTo(same);
    }

    @Test
    void pathAndQueryBelongToWhatIsAsked() {
        assertThat(fingerprint("k", "/v1/x", "{}"))
                .isNotEqualTo(fingerprint("k", "/v1/y", "{}"))
                .isNotEqualTo(fingerprint("k", "/v1/x?a=1", "{}"))
                .isEqualTo(fingerprint("other", "/v1/x", "{}"));
    }

    private static String fingerprint(String key, String target, String body) {
        return KeyedRequest.of("usr_ann", key, "POST", target, body.getBytes(UTF_8)).fingerprint();
    }
}
