package dev.interlock.gateway.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Verifies JSON Web Tokens of providers that an admin has named. */
@Component
public final class SignedTokens {

    /** Public-key signatures only: a provider's public key must never serve as a shared secret. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(
                    JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);

    /** How far a provider's clock may be from ours. */
    static final Duration SKEW = Duration.ofSeconds(60);

    private final Providers providers;
    private final Clock clock;

    SignedTokens(Providers providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    /** What the token says of its issuer, which nobody has verified yet; empty if it is no JWT. */
    public static Optional<String> claimedIssuer(String token) {
        try {
            return Optional.ofNullable(SignedJWT.parse(token).getJWTClaimsSet())
                    .map(JWTClaimsSet::getIssuer);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /**
     * @param issuer one that an admin has named
     * @return empty for a token that this issuer has not signed, or that does not hold now
     * @throws IOException if the issuer's keys cannot be had
     */
    public Optional<JWTClaimsSet> verified(String token, String issuer) throws IOException {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(TYPES);
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ALGORITHMS, providers.of(issuer).keys()));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // by holds(), with our clock
        try {
            var claims = processor.process(SignedJWT.parse(token), null);
            return holds(claims, issuer) ? Optional.of(claims) : Optional.empty();
        } catch (KeySourceException e) {
            throw new IOException("no keys of " + issuer, e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    private boolean holds(JWTClaimsSet claims, String issuer) {
        var now = clock.instant();
        var expires = claims.getExpirationTime();
        var issued = claims.getIssueTime();
        return issuer.equals(claims.getIssuer())
                && expires != null
                && now.isBefore(expires.toInstant().plus(SKEW))
                && issued != null
                && begun(issued, now)
                && begun(claims.getNotBeforeTime(), now)
                && !claims.getAudience().isEmpty();
    }

    private static boolean begun(@Nullable Date from, Instant now) {
        return from == null || !now.isBefore(from.toInstant().minus(SKEW));
    }
}
