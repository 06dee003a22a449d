package dev.interlock.rules.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies, beyond where. Left out of an event while all of it is as usual.
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

    public static final String ENFORCE = "enforce";
    public static final String EXEMPT = "exempt";

    /** For every action and actor, the first deployment too, and not suspended. */
    public static final RuleTerms USUAL =
            new RuleTerms(List.of(), List.of(), ENFORCE, null, null, null);

    public RuleTerms {
        actionKinds = List.copyOf(actionKinds);
        actorKinds = List.copyOf(actorKinds);
    }

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

    /** As an event carries it. */
    public @Nullable RuleTerms unlessUsual() {
        return equals(USUAL) ? null : this;
    }

    public static RuleTerms orUsual(@Nullable RuleTerms terms) {
        return terms == null ? USUAL : terms;
    }
}
