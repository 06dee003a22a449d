package dev.interlock.approval.read.requestapprovals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One approval or rejection, as given, with what became of it.
 *
 * @param decision {@code approved} or {@code rejected}
 * @param actingFor the delegator; null if nobody else is stood for
 * @param roles all roles held when deciding
 * @param groups those whoever is stood for was in when deciding
 * @param countsUntil from then on it is too old; null = never
 * @param counts for the deployment request as it is now; a veto always does
 * @param whyNot {@code stale}, {@code expired}, {@code withdrawn}, {@code revoked} or {@code
 *     surplus}; null if it counts
 * @param veto for a rejection: does it reject the whole deployment request?
 */
record DecisionRecord(
        String id,
        String decision,
        String slot,
        int revision,
        String contentHash,
        PersonName person,
        @Nullable PersonName actingFor,
        String role,
        List<String> roles,
        List<String> groups,
        @Nullable String comment,
        Instant at,
        @Nullable Instant countsUntil,
        String channel,
        boolean counts,
        @Nullable String whyNot,
        @Nullable Boolean veto,
        @Nullable Withdrawal withdrawal,
        @Nullable Withdrawal revocation) {

    /**
     * @param by who withdrew or revoked it, by opaque id
     */
    record Withdrawal(String by, @Nullable String reason, Instant at) {}
}
