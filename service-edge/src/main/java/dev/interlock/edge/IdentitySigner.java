package dev.interlock.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.interlock.contracts.identity.Identity;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs who is calling, for services to trust: an HS256 JWT with the installation's secret. A
 * signature is valid for 60 s and reused for up to 10 s, so that a busy caller costs no signature
 * per call.
 */
public final class IdentitySigner {

    static final Duration VALIDITY = Duration.ofSeconds(60);
    private static final Duration REUSE = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 10_000;

    private record Signed(String token, Instant reusableUntil) {}

    private final MACSigner signer;
    private final JsonMapper json = EdgeJson.lenient();
    private final Clock clock;
    private final ConcurrentHashMap<Identity, Signed> remembered = new ConcurrentHashMap<>();

    public IdentitySigner(String secret, Clock clock) {
        try {
            this.signer = new MACSigner(secret.getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("identity secret: too short for HS256", e);
        }
        this.clock = clock;
    }

    /** The value of the {@link Identity#HEADER} header. */
    public String sign(Identity identity) {
        Instant now = clock.instant();
        Signed known = remembered.get(identity);
        if (known != null && now.isBefore(known.reusableUntil)) {
            return known.token;
        }
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        String token = signAt(identity, now);
        remembered.put(identity, new Signed(token, now.plus(REUSE)));
        return token;
    }

    private String signAt(Identity identity, Instant now) {
        var claims =
                new IdentityClaims(
                        IdentityClaims.AUDIENCE,
                        now.getEpochSecond(),
                        now.plus(VALIDITY).getEpochSecond(),
                        identity);
        var jws =
                new JWSObject(
                        new JWSHeader(JWSAlgorithm.HS256),
                        new Payload(json.writeValueAsBytes(claims)));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("could not sign an identity", e);
        }
        return jws.serialize();
    }
}
