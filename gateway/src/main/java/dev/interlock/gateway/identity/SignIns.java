package dev.interlock.gateway.identity;

import dev.interlock.contracts.identity.SignIn;
import dev.interlock.edge.InternalHttp;
import dev.interlock.edge.ServiceIdentity;
import dev.interlock.edge.ServiceUnreachable;
import dev.interlock.gateway.upstream.Destination;
import dev.interlock.gateway.upstream.ServicesProperties;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sessions of people whom an OpenID provider vouches for. */
@Component
public final class SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final int BYTES = 32;

    /** What became of an attempt. */
    public sealed interface Outcome {

        /**
         * @param tokenHash hash of a token that stands for the session; the token itself is known
         *     to nobody
         */
        record Opened(String tokenHash) implements Outcome {}

        /** Nobody is registered with this identity, or they cannot sign in. */
        record NotAdmitted() implements Outcome {}

        record Unavailable() implements Outcome {}
    }

    private final InternalHttp http;
    private final ServiceIdentity self;
    private final String url;
    private final SecureRandom random = new SecureRandom();

    SignIns(InternalHttp http, ServiceIdentity self, ServicesProperties services) {
        this.http = http;
        this.self = self;
        this.url = services.url(Destination.APPROVAL, "/internal/sign-ins");
    }

    /**
     * @param email only if the provider has verified it
     */
    public Outcome open(String issuer, String subject, @Nullable String email, Duration life) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        var hash =
                BearerToken.hash(Base64.getUrlEncoder().withoutPadding().encodeToString(bits))
                        .orElseThrow();
        var asked = new SignIn(issuer, subject, email, hash, life.toSeconds());
        try {
            var reply = http.exchange("POST", url, asked, self.identity(), AT_MOST);
            return switch (reply.status()) {
                case 201 -> new Outcome.Opened(hash);
                case 404, 409 -> new Outcome.NotAdmitted();
                default -> {
                    LOG.warn("approval-service answers {} to a sign-in", reply.status());
                    yield new Outcome.Unavailable();
                }
            };
        } catch (ServiceUnreachable e) {
            LOG.warn("approval-service opens no session: {}", e.getMessage());
            return new Outcome.Unavailable();
        }
    }
}
