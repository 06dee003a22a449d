package dev.interlock.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.Permission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentitySigningTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Identity ANN =
            new Identity(
                    "usr_1",
                    "user",
                    "human",
                    "usr_1",
                    "tok_1",
                    "Ann",
                    Set.of("qa"),
                    Set.of(Permission.READ, Permission.APPROVE),
                    List.of("api-service"),
                    List.of());

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final IdentitySigner signer = new IdentitySigner(SECRET, clock);
    private final IdentityVerifier verifier = new IdentityVerifier(SECRET, clock);

    @Test
    void aSignedIdentityArrivesUnchanged() {
        assertThat(verifier.verify(signer.sign(ANN))).contains(ANN);
    }

    @Test
    void aMissingOrBareHeaderIsRefused() {
        assertThat(verifier.verify(null)).isEmpty();
        assertThat(verifier.verify("")).isEmpty();
        assertThat(verifier.verify("usr_1")).isEmpty();
        assertThat(verifier.verify("{\"principal\":\"usr_1\",\"kind\":\"user\"}")).isEmpty();
    }

    @Test
    void anIdentitySignedWithAnotherSecretIsRefused() {
        var other = new IdentitySigner("another-secret-another-secret-32", clock);
        assertThat(verifier.verify(other.sign(ANN))).isEmpty();
    }

    @Test
    void aChangedPayloadIsRefused() {
        String[] parts = signer.sign(ANN).split("\\.");
        String payload =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("approve", "override");
        String forged =
                parts[0]
                        + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                        + "."
                        + parts[2];
        assertThat(verifier.verify(forged)).isEmpty();
    }

    @Test
    void anUnsignedTokenIsRefused() {
        var claims = EdgeJson.lenient().writeValueAsString(claims("interlock-internal"));
        var plain = new PlainObject(new PlainHeader(), new Payload(claims));
        assertThat(verifier.verify(plain.serialize())).isEmpty();
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() throws Exception {
        var claims = EdgeJson.lenient().writeValueAsString(claims("something-else"));
        var jws = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
        jws.sign(new MACSigner(SECRET));
        assertThat(verifier.verify(jws.serialize())).isEmpty();
    }

    @Test
    void anIdentityIsValidFor60SecondsAlsoWhenRemembered() {
        String token = signer.sign(ANN);
        clock.forward(Duration.ofSeconds(59));
        assertThat(verifier.verify(token)).isPresent();
        clock.forward(Duration.ofSeconds(1));
        assertThat(verifier.verify(token)).isEmpty();
    }

    @Test
    void aSignatureIsReusedForTenSecondsOnly() {
        String first = signer.sign(ANN);
        clock.forward(Duration.ofSeconds(9));
        assertThat(signer.sign(ANN)).isSameAs(first);
        clock.forward(Duration.ofSeconds(1));
        assertThat(signer.sign(ANN)).isNotEqualTo(first);
    }

    @Test
    void aShortSecretStopsTheStart() {
        assertThatThrownBy(() -> new IdentityProperties("too short"))
                .hasMessageContaining("interlock.identity.secret: 9 bytes (expected: >= 32)");
        assertThat(new IdentityProperties(SECRET).toString()).doesNotContain(SECRET);
    }

    private IdentityClaims claims(String audience) {
        long now = clock.instant().getEpochSecond();
        return new IdentityClaims(audience, now, now + 60, ANN);
    }
}
