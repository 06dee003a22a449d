package dev.interlock.rules.domain.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies, beyond where, and whether it can be lifted.
 *
 * @param actionKinds {@code deploy}, {@code redeploy}, {@code rollback}; empty = all
 * @param actorKinds {@code human}, {@code ci}, {@code agent}; empty = all
 * @param exemptsFirst does it let a product's first deployment to an environment be?
 * @param suspension null = none
 * @param overridable may an override lift it?
 */
public record Applicability(
        List<String> actionKinds,
        List<String> actorKinds,
        boolean exemptsFirst,
        @Nullable Suspension suspension,
        boolean overridable) {

    public static final Applicability ALWAYS =
            new Applicability(List.of(), List.of(), false, null, true);

    /**
     * @param until no longer then: half-open
     */
    public record Suspension(Instant until, String reason) {}

    public Applicability {
        actionKinds = List.copyOf(actionKinds);
        actorKinds = List.copyOf(actorKinds);
    }

    /**
     * As it is written down.
     *
     * @param firstDeployment {@code enforce} or {@code exempt}
     * @param until null = not suspended
     * @param overridable null = yes
     */
    public static Applicability of(
            List<String> actionKinds,
            List<String> actorKinds,
            String firstDeployment,
            @Nullable Instant until,
            @Nullable String reason,
            @Nullable Boolean overridable) {
        return new Applicability(
                actionKinds,
                actorKinds,
                firstDeployment.equals("exempt"),
                until == null ? null : new Suspension(until, reason == null ? "" : reason),
                overridable == null || overridable);
    }

    /**
     * Why the rule says nothing of a deployment; null if it applies.
     *
     * @param first has no version of the product ever completed there?
     */
    @Nullable String inapplicable(String action, String actorKind, boolean first, Instant now) {
        if (suspension != null && now.isBefore(suspension.until())) {
            return "the rule is suspended until " + suspension.until() + ": " + suspension.reason();
        }
        if (!actionKinds.isEmpty() && !actionKinds.contains(action)) {
            return "the rule is for %s, this is a %s"
                    .formatted(String.join(" and ", actionKinds), action);
        }
        if (!actorKinds.isEmpty() && !actorKinds.contains(actorKind)) {
            return "the rule is for %s, this is asked by %s"
                    .formatted(String.join(" and ", actorKinds), actorKind);
        }
        return exemptsFirst && first
                ? "the rule exempts the first deployment of a product there"
                : null;
    }
}
