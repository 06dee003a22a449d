package dev.interlock.approval.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token exists; only its hash is known here.
 *
 * @param kind {@code personal}, {@code service_key}, or {@code session} for signing in with a
 *     browser
 * @param person whose token it is; null for a service key
 * @param actorKind {@code human}, {@code ci} or {@code agent}
 * @param actions what a service key may do, or what a personal token is limited to; empty for one
 *     that may what its person may
 * @param products products it is limited to; empty = all
 * @param environments environments it is limited to; empty = all
 * @param expiresAt from then on it is refused; null = never
 * @param issuedBy the person who issued it, and so has seen it; null if not known
 * @param hash lower-case hex SHA-256 of the token
 */
public record TokenIssued(
        String token,
        String kind,
        String name,
        @Nullable String person,
        String actorKind,
        List<String> actions,
        List<String> products,
        List<String> environments,
        @Nullable Instant expiresAt,
        @Nullable String issuedBy,
        String hash)
        implements TokenEvent {}
