package dev.interlock.rules.read.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.MessageCatalogue;
import dev.interlock.eventstream.MessageJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

    private static final Path GOLDEN = Path.of("../contracts/src/test/resources/golden");

    /** Of a request itself, and of what is deployed by one. */
    static List<String> typesOfAHistory() {
        return MessageCatalogue.entries().stream()
                .map(MessageCatalogue.Entry::type)
                .filter(
                        type ->
                                type.startsWith("dr.")
                                        || List.of(
                                                        "deployment.started",
                                                        "deployment.preflight_failed",
                                                        "deployment.completed",
                                                        "deployment.failed",
                                                        "deployment.aborted")
                                                .contains(type))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("typesOfAHistory")
    void everythingThatHappensToARequestHasASentenceOfOneLine(String type) throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            var samples =
                    files.filter(f -> f.getFileName().toString().startsWith(type + ".v1."))
                            .toList();
            assertThat(samples).isNotEmpty();
            for (var sample : samples) {
                assertThat(sentence(type, Files.readString(sample)))
                        .as(sample.toString())
                        .isNotBlank()
                        .doesNotContain("\n", "null", "V1[");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    dr.stale | {"dr":"DR-1","revision":3,"content_hash":"aa","changes":["api: 1 → 2"]} | Approvals given before revision 3 no longer count: api: 1 → 2
                    dr.cancelled | {"dr":"DR-1","reason":"not\\nneeded"} | Cancelled: not needed
                    dr.cancelled | {"dr":"DR-1"} | Cancelled
                    dr.step_undone | {"dr":"DR-1","step":"warn","by":"usr_a","reason":"wrong channel"} | Step warn undone: wrong channel
                    dr.approved | {"approval_id":"apr_1","dr":"DR-1","slot":"qa","revision":2,"content_hash":"aa","person":"usr_q","role":"qa","roles":["qa"],"surplus":false,"comment":"tested","acting_for":"usr_d"} | Slot qa approved at revision 2 as qa, standing for usr_d: tested
                    dr.approval_revoked | {"approval_id":"apr_1","dr":"DR-1","slot":"qa","person":"usr_q","by":"usr_a","reason":"left","at":"2026-01-01T00:00:00Z"} | Approval of slot qa by usr_q revoked: left
                    deployment.failed | {"deployment_id":"dep_1","product":"api","version":"2","environment":"production","drs":["DR-1"],"lane_revision":4} | Deployment of api 2 to production failed
                    """)
    void saysWhatAndWhy(String type, String data, String sentence) {
        assertThat(sentence(type, data)).isEqualTo(sentence);
    }

    @Test
    void whatIsAboutNoRequestHasNone() {
        var person = "{\"person\":\"usr_1\"}";
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> sentence("person.deactivated", person))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String sentence(String type, String data) {
        var event =
                new EventEnvelope(
                        "dr",
                        1,
                        0,
                        "id",
                        type,
                        1,
                        "DR-1",
                        Instant.EPOCH,
                        null,
                        null,
                        "user",
                        "usr_1",
                        "human",
                        "api",
                        null,
                        null,
                        "aa",
                        data);
        var message = new MessageJson().read(event);
        return Sentences.of(java.util.Objects.requireNonNull(message));
    }
}
