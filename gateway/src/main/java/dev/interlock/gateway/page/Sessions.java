package dev.interlock.gateway.page;

import dev.interlock.gateway.identity.BearerToken;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Who has signed in with a browser. A session is known by the hash of its random id and holds the
 * hash of a token, so that neither can be used by someone who reads this memory, and a revoked
 * token ends it.
 */
@Component
final class Sessions {

    static final Duration LONGEST = Duration.ofHours(8);
    private static final int MOST = 10_000;
    private static final int ID_BYTES = 32;

    private record Session(String tokenHash, Instant until) {}

    private final ConcurrentHashMap<String, Session> sessions = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** The new session's id, for the browser alone. */
    String open(String tokenHash) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> !now.isBefore(session.until));
        if (sessions.size() >= MOST) {
            sessions.clear();
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(hash(id), new Session(tokenHash, now.plus(LONGEST)));
        return id;
    }

    /** The hash of the token signed in with; empty for an unknown or ended session. */
    Optional<String> tokenHash(String id) {
        Session session = sessions.get(hash(id));
        return session == null || !clock.instant().isBefore(session.until)
                ? Optional.empty()
                : Optional.of(session.tokenHash);
    }

    void close(String id) {
        sessions.remove(hash(id));
    }

    private static String hash(String id) {
        return BearerToken.hash(id).orElse("");
    }
}
