package dev.interlock.gateway.identity;

import dev.interlock.contracts.identity.Identity;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Resolves tokens, remembering each for at most a second: so long can a token revoked through
 * another gateway still work. What is written to people or tokens through this one counts at once.
 */
@Component
public final class Identities {

    private static final long REMEMBERED = Duration.ofSeconds(1).toNanos();
    private static final int MOST_REMEMBERED = 10_000;

    private record Entry(Resolution.Known known, long askedAt) {}

    private final TokenDirectory directory;
    private final LongSupplier nanos;
    private final ConcurrentHashMap<String, Entry> remembered = new ConcurrentHashMap<>();

    /** Counts forgetting: an answer asked for before must not be remembered after. */
    private final AtomicLong generation = new AtomicLong();

    @Autowired
    Identities(TokenDirectory directory) {
        this(directory, System::nanoTime);
    }

    Identities(TokenDirectory directory, LongSupplier nanos) {
        this.directory = directory;
        this.nanos = nanos;
    }

    /** By the {@code Authorization} header. */
    public Resolution ofHeader(@Nullable String authorization) {
        return BearerToken.of(authorization).map(this::ofToken).orElseGet(Resolution.Unknown::new);
    }

    private Resolution ofToken(String token) {
        return BearerToken.hash(token)
                .map(
                        hash ->
                                BearerToken.isSigned(token)
                                        ? of(hash, () -> directory.resolveSigned(token))
                                        : ofHash(hash))
                .orElseGet(Resolution.Unknown::new);
    }

    /** By the token's hash. */
    public Resolution ofHash(String hash) {
        return of(hash, () -> directory.resolve(hash));
    }

    private Resolution of(String hash, Supplier<Resolution> ask) {
        long now = nanos.getAsLong();
        Entry entry = remembered.get(hash);
        if (entry != null && now - entry.askedAt < REMEMBERED) {
            return entry.known;
        }
        long before = generation.get();
        Resolution resolution = ask.get();
        if (resolution instanceof Resolution.Known known) {
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(hash, new Entry(known, now));
            if (generation.get() != before) {
                remembered.remove(hash);
            }
        } else {
            remembered.remove(hash);
        }
        return resolution;
    }

    /** Call after every write that may change who somebody is, before it is answered. */
    public void forgetAll() {
        generation.incrementAndGet();
        remembered.clear();
    }

    /** For callers that need the identity only. */
    public @Nullable Identity identityOfHash(String hash) {
        return ofHash(hash) instanceof Resolution.Known known ? known.identity() : null;
    }
}
