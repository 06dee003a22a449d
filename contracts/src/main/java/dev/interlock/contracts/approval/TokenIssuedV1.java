package dev.interlock.contracts.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code token.issued}: the token itself, and its hash, stay with the owner.
 *
 * @param kind {@code service_key}, {@code personal} or {@code session}
 * @param issuedBy the person who issued it; null if not known
 * @param person whose token it is; null for a service key
 */
public record TokenIssuedV1(
        String tokenId,
        String kind,
        @Nullable String person,
        String actorKind,
        List<String> actions,
        List<String> products,
        List<String> environments,
        @Nullable Instant expiresAt,
        @Nullable String issuedBy)
        implements ApprovalMessage {}
