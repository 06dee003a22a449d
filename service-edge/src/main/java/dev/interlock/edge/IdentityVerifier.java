package dev.interlock.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import dev.interlock.contracts.identity.Identity;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Believes an internal identity only if this installation signed it and it has not expired. */
final class IdentityVerifier {

    private static final int MOST_REMEMBERED = 10_000;

    private final MACVerifier verifier;
    private final JsonMapper json = EdgeJson.lenient();
    private final Clock clock;
    private final ConcurrentHashMap<String, IdentityClaims> remembered = new ConcurrentHashMap<>();

    IdentityVerifier(String secret, Clock clock) {
        try {
            this.verifier = new MACVerifier(secret.getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("identity secret: too short for HS256", e);
        }
        this.clock = clock;
    }

    /** Empty for anything but a valid, current signature of ours. */
    Optional<Identity> verify(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        IdentityClaims claims = remembered.get(token);
        if (claims == null) {
            claims = verified(token);
            if (claims == null) {
                return Optional.empty();
            }
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(token, claims);
        }
        if (now.getEpochSecond() >= claims.exp()) {
            remembered.remove(token);
            return Optional.empty();
        }
        return Optional.of(claims.identity());
    }

    private @Nullable IdentityClaims verified(String token) {
        try {
            JWSObject jws = JWSObject.parse(token);
            if (!JWSAlgorithm.HS256.equals(jws.getHeader().getAlgorithm())
                    || !jws.verify(verifier)) {
                return null;
            }
            var claims = json.readValue(jws.getPayload().toBytes(), IdentityClaims.class);
            return IdentityClaims.AUDIENCE.equals(claims.aud()) ? claims : null;
        } catch (ParseException | JOSEException | JacksonException e) {
            return null;
        }
    }
}
