package dev.interlock.gateway.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.interlock.contracts.identity.Identity;
import dev.interlock.contracts.identity.TrustedIssuers;
import dev.interlock.contracts.identity.WorkloadClaims;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.InternalReply;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.edge.ServiceUnreachable;
import dev.interlock.gateway.openid.SignedTokens;
import dev.interlock.gateway.upstream.Destination;
import dev.interlock.gateway.upstream.ServicesProperties;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Jobs of CI systems, by the token that the CI system signs for each. Keys are fetched only of
 * issuers that a trust policy names; what a token says counts only after it was verified.
 */
@Component
final class Workloads {

    private static final Logger LOG = LoggerFactory.getLogger(Workloads.class);
    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private final SignedTokens tokens;
    private final InternalHttp http;
    private final ServiceIdentity self;
    private final ServicesProperties services;

    Workloads(
            SignedTokens tokens,
            InternalHttp http,
            ServiceIdentity self,
            ServicesProperties services) {
        this.tokens = tokens;
        this.http = http;
        this.self = self;
        this.services = services;
    }

    Resolution resolve(String token) {
        var issuer = SignedTokens.claimedIssuer(token);
        if (issuer.isEmpty()) {
            return new Resolution.Unknown();
        }
        try {
            var trusted = call("GET", "/internal/workloads/issuers", null);
            if (trusted.status() != 200) {
                return unavailable("approval-service answers " + trusted.status());
            }
            if (!trusted.as(TrustedIssuers.class).issuers().contains(issuer.get())) {
                return new Resolution.Unknown();
            }
            var claims = tokens.verified(token, issuer.get());
            return claims.isEmpty() ? new Resolution.Unknown() : identity(claims.get());
        } catch (ServiceUnreachable | IOException e) {
            return unavailable(e.getMessage());
        }
    }

    private Resolution identity(JWTClaimsSet claims) {
        var reply = call("POST", "/internal/workloads/resolve", said(claims));
        return switch (reply.status()) {
            case 200 -> new Resolution.Known(reply.as(Identity.class));
            case 404 -> new Resolution.Unknown();
            default -> unavailable("approval-service answers " + reply.status());
        };
    }

    private InternalReply call(String method, String path, @Nullable Object body) {
        var url = services.url(Destination.APPROVAL, path);
        return http.exchange(method, url, body, self.identity(), AT_MOST);
    }

    private static WorkloadClaims said(JWTClaimsSet claims) {
        var said = new HashMap<String, String>();
        for (Map.Entry<String, Object> claim : claims.getClaims().entrySet()) {
            var value = claim.getValue();
            // lists and objects are nothing that a policy compares
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                said.put(claim.getKey(), value.toString());
            }
        }
        return new WorkloadClaims(claims.getIssuer(), claims.getAudience(), said);
    }

    private static Resolution unavailable(@Nullable String why) {
        LOG.warn("a CI system's token cannot be checked: {}", why);
        return new Resolution.Unavailable();
    }
}
