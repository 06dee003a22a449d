package dev.interlock.gateway.openid;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider, as it describes itself.
 *
 * @param authorization where people sign in; null if nobody does
 * @param token where codes are exchanged; null if none are
 * @param until when it is asked again
 */
record Provider(
        String issuer,
        JWKSource<SecurityContext> keys,
        @Nullable URI authorization,
        @Nullable URI token,
        Instant until) {}
