package dev.interlock.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contracts.identity.Identity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitiesTest {

    private static final Resolution ANN =
            new Resolution.Known(
                    new Identity(
                            "usr_1", "user", "human", "usr_1", "tok_1", "Ann", Set.of(), Set.of(),
                            List.of(), List.of()));

    private final List<String> asked = new ArrayList<>();
    private Resolution answer = ANN;
    private Runnable meanwhile = () -> {};
    private long nanos = 42;
    private final Identities identities =
            new Identities(
                    new TokenDirectory() {
                        @Override
                        public Resolution resolve(String hash) {
                            asked.add(hash);
                            meanwhile.run();
                            return answer;
                        }

                        @Override
                        public Resolution resolveSigned(String token) {
                            asked.add("signed " + token);
                            return answer;
                        }
                    },
                    () -> nanos);

    @Test
    void aTokenIsAskedForByItsHash() {
        assertThat(identities.ofHeader("Bearer abc")).isEqualTo(ANN);
        assertThat(asked)
                .containsExactly(
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void whatAnotherHasSignedIsAskedForAsItIs() {
        assertThat(identities.ofHeader("Bearer eyJh.eyJi.c2ln")).isEqualTo(ANN);
        assertThat(asked).containsExactly("signed eyJh.eyJi.c2ln");
    }

    @Test
    void itIsRememberedForASecondAtMost() {
        identities.ofHeader("Bearer abc");
        nanos += Duration.ofMillis(999).toNanos();
        identities.ofHeader("bearer  abc ");
        assertThat(asked).hasSize(1);
        nanos += Duration.ofMillis(1).toNanos();
        answer = new Resolution.Unknown();
        assertThat(identities.ofHeader("Bearer abc")).isEqualTo(new Resolution.Unknown());
    }

    @Test
    void neitherUnknownNorUnavailableIsRemembered() {
        answer = new Resolution.Unknown();
        identities.ofHeader("Bearer abc");
        answer = new Resolution.Unavailable();
        assertThat(identities.ofHeader("Bearer abc")).isEqualTo(new Resolution.Unavailable());
        answer = ANN;
        assertThat(identities.ofHeader("Bearer abc")).isEqualTo(ANN);
    }

    @Test
    void aWriteToTokensIsSeenAtOnce() {
        identities.ofHeader("Bearer abc");
        answer = new Resolution.Unknown();
        identities.forgetAll();
        assertThat(identities.ofHeader("Bearer abc")).isEqualTo(new Resolution.Unknown());
    }

    @Test
    void anAnswerOvertakenByAWriteIsNotRemembered() {
        meanwhile = identities::forgetAll;
        identities.ofHeader("Bearer abc");
        meanwhile = () -> {};
        answer = new Resolution.Unknown();
        assertThat(identities.ofHeader("Bearer abc")).isEqualTo(new Resolution.Unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "Basic abc", "Bearer", "Bearer ", "Bearer a b", "Bearer ä"})
    void whatIsNoTokenIsNotAskedFor(String header) {
        assertThat(identities.ofHeader(header)).isEqualTo(new Resolution.Unknown());
        assertThat(identities.ofHeader(null)).isEqualTo(new Resolution.Unknown());
        assertThat(asked).isEmpty();
    }
}
