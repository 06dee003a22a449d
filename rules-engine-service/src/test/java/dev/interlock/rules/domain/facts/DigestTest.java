package dev.interlock.rules.domain.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256:0123456789abcdeffedcba987654321000ff00ff00ff00ff8000000000000001",
                "0123456789abcdeffedcba987654321000ff00ff00ff00ff8000000000000001",
                "sha256:0123456789ABCDEFfedcba987654321000ff00ff00ff00ff8000000000000001",
                "sha256:sha256:00ff",
                "sha512:00ff",
                "sha256:",
                ""
            })
    void itReadsAsItWasWrittenAndEqualsOnlyThat(String text) {
        assertThat(Digest.of(text)).hasToString(text).isEqualTo(Digest.of(text));
        assertThat(Digest.of(text)).isNotEqualTo(Digest.of("sha256:" + text));
        assertThat(Digest.of(text)).isNotEqualTo(Digest.of(text + "0"));
    }
}
