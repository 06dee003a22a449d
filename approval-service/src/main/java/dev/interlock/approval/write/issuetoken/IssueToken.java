package dev.interlock.approval.write.issuetoken;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param kind {@code personal} or {@code service_key}
 * @param person whose token it is; null for a service key
 * @param issuedBy the person who will have seen it; null if none
 * @param hash lower-case hex SHA-256 of the token; the token itself never gets this far
 */
public record IssueToken(
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
        String hash) {}
