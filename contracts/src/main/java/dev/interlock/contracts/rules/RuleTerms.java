package dev.interlock.contracts.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies, beyond where. Left out of a message while all of it is as usual.
 *
 * @param actionKinds {@code deploy}, {@code redeploy}, {@code rollback} in scope; empty = all
 * @param actorKinds {@code human}, {@code ci}, {@code agent} in scope; empty = all
 * @param firstDeployment {@code enforce} or {@code exempt}: what becomes of a product's first
 *     deployment to an environment
 * @param suspendedUntil no longer then: half-open; null = not suspended
 * @param suspendedBecause null exactly if it is not suspended
 * @param overridable false: no override lifts it; null = one may
 * @param createdAfter only for versions first seen then or later; null = for all
 */
public record RuleTerms(
        List<String> actionKinds,
        List<String> actorKinds,
        String firstDeployment,
        @Nullable Instant suspendedUntil,
        @Nullable String suspendedBecause,
        @Nullable Boolean overridable,
        @Nullable Instant createdAfter) {

    /** For every version. */
    public RuleTerms(
            List<String> actionKinds,
            List<String> actorKinds,
            String firstDeployment,
            @Nullable Instant suspendedUntil,
            @Nullable String suspendedBecause,
            @Nullable Boolean overridable) {
        this(
                actionKinds,
                actorKinds,
                firstDeployment,
                suspendedUntil,
                suspendedBecause,
                overridable,
                null);
    }
}
