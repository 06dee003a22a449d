package dev.interlock.approval.write.issuetoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void aTokenIs256RandomBitsBehindItsPrefix() {
        var token = Secrets.next(Secrets.PERSONAL_PREFIX);

        assertThat(token).startsWith("ilp_").matches("ilp_[A-Za-z0-9_-]{43}");
        assertThat(Base64.getUrlDecoder().decode(token.substring(4))).hasSize(32);
        assertThat(
                        Stream.generate(() -> Secrets.next(Secrets.SERVICE_KEY_PREFIX))
                                .limit(1_000)
                                .collect(Collectors.toSet()))
                .hasSize(1_000);
    }

    @Test
    void theHashIsThatOfTheWholeToken() {
        assertThat(Secrets.hash("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
