package dev.interlock.approval.read.requestapprovals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One approval or rejection, as given, with what became of it.
 *
 * @param decision {@code approved} or {@code rejected}
 * @param roles all roles held when deciding
 * @param counts for the deployment request as it is now; a veto always does
 * @param whyNot {@code stale}, {@code withdrawn} or {@code surplus}; null if it counts
 * @param veto for a rejection: does it reject the whole deployment request?
 */
record DecisionRecord(
        String id,
        String decision,
        String slot,
        int revision,
        String contentHash,
        PersonName person,
        String role,
        List<String> roles,
        @Nullable String comment,
        Instant at,
        String channel,
        boolean counts,
        @Nullable String whyNot,
        @Nullable Boolean veto,
        @Nullable Withdrawal withdrawal) {

    /**
     * @param by who withdrew it, by opaque id
     */
    record Withdrawal(String by, @Nullable String reason, Instant at) {}
}
