package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Situation;
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
 * @param createdAfter only for versions first seen then or later; null = for all
 */
public record Applicability(
        List<String> actionKinds,
        List<String> actorKinds,
        boolean exemptsFirst,
        @Nullable Suspension suspension,
        boolean overridable,
        @Nullable Instant createdAfter) {

    public static final Applicability ALWAYS =
            new Applicability(List.of(), List.of(), false, null, true, null);

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
     * @param createdAfter null = for all versions
     */
    public static Applicability of(
            List<String> actionKinds,
            List<String> actorKinds,
            String firstDeployment,
            @Nullable Instant until,
            @Nullable String reason,
            @Nullable Boolean overridable,
            @Nullable Instant createdAfter) {
        return new Applicability(
                actionKinds,
                actorKinds,
                firstDeployment.equals("exempt"),
                until == null ? null : new Suspension(until, reason == null ? "" : reason),
                overridable == null || overridable,
                createdAfter);
    }

    /** Why the rule says nothing of a deployment; null if it applies. */
    @Nullable String inapplicable(Situation situation) {
        if (suspension != null && situation.now().isBefore(suspension.until())) {
            return "the rule is suspended until " + suspension.until() + ": " + suspension.reason();
        }
        return exempt(situation);
    }

    /** Why it says nothing of a deployment at whatever time; null if it does. */
    @Nullable String exempt(Situation situation) {
        if (!actionKinds.isEmpty() && !actionKinds.contains(situation.action())) {
            return "the rule is for %s, this is a %s"
                    .formatted(String.join(" and ", actionKinds), situation.action());
        }
        var actorKind = situation.query().actorKind();
        if (!actorKinds.isEmpty() && !actorKinds.contains(actorKind)) {
            return "the rule is for %s, this is asked by %s"
                    .formatted(String.join(" and ", actorKinds), actorKind);
        }
        if (exemptsFirst && situation.lane().isUnused()) {
            return "the rule exempts the first deployment of a product there";
        }
        return createdAfter == null ? null : tooOld(createdAfter, situation);
    }

    /** A version nobody knows the first sight of is not older than anything. */
    private static @Nullable String tooOld(Instant after, Situation situation) {
        var query = situation.query();
        var seen = situation.records().version(query.product(), query.version()).firstSeen();
        return seen != null && seen.isBefore(after)
                ? "the rule is for versions first seen at %s or later, %s was at %s"
                        .formatted(after, query.version(), seen)
                : null;
    }
}
