package dev.interlock.rules.domain;

import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.domain.facts.GivenOverride.Spending;
import dev.interlock.rules.events.OverrideConfirmed;
import dev.interlock.rules.events.OverrideEvent;
import dev.interlock.rules.events.OverrideRequested;
import dev.interlock.rules.events.OverrideReviewed;
import dev.interlock.rules.events.OverrideUsed;
import dev.interlock.rules.events.OverrideWithdrawn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An override with all that was said of it. */
public sealed interface RequestedOverride {

    record Unrequested() implements RequestedOverride {}

    /**
     * @param withdrawal null unless it was taken back
     * @param use null until it was used
     * @param review null until its review was closed
     */
    record Requested(
            GivenOverride given,
            String reason,
            String incidentUrl,
            @Nullable Said withdrawal,
            @Nullable Use use,
            @Nullable Said review)
            implements RequestedOverride {

        /** Did this person request, confirm or use it? */
        public boolean isOf(String person) {
            return given.brokenBy().contains(person)
                    || (use != null && person.equals(use.deployer()));
        }

        private Requested with(GivenOverride changed) {
            return new Requested(changed, reason, incidentUrl, withdrawal, use, review);
        }
    }

    /**
     * @param by opaque id
     */
    record Said(String text, Instant at, String by) {}

    /**
     * @param lifted the failed rules, freezes and checks, as an override names them
     * @param skipped opaque ids of those whose approval or deed was gone without
     * @param deployer opaque id; null for a machine
     */
    record Use(
            String deployment,
            String decision,
            List<String> lifted,
            List<String> skipped,
            Instant at,
            @Nullable String deployer) {

        public Use {
            lifted = List.copyOf(lifted);
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * @throws IllegalStateException for an event that cannot follow, which no decision makes
     */
    default RequestedOverride evolve(OverrideEvent event) {
        return switch (event) {
            case OverrideRequested e ->
                    new Requested(
                            new GivenOverride(
                                    e.override(),
                                    e.product(),
                                    e.version(),
                                    e.environment(),
                                    e.rules(),
                                    e.people(),
                                    e.at(),
                                    e.expiresAt(),
                                    e.by(),
                                    null,
                                    null,
                                    null,
                                    false),
                            e.reason(),
                            e.incidentUrl(),
                            null,
                            null,
                            null);
            case OverrideConfirmed e -> {
                var known = known(e);
                yield known.with(known.given().confirmed(e.by(), e.at()));
            }
            case OverrideWithdrawn e -> {
                var known = known(e);
                yield new Requested(
                        known.given().withdrawn(e.at()),
                        known.reason(),
                        known.incidentUrl(),
                        new Said(e.reason(), e.at(), e.by()),
                        known.use(),
                        known.review());
            }
            case OverrideUsed e -> {
                var known = known(e);
                yield new Requested(
                        known.given().spent(new Spending(e.deployment(), e.at())),
                        known.reason(),
                        known.incidentUrl(),
                        known.withdrawal(),
                        new Use(
                                e.deployment(),
                                e.decision(),
                                e.lifted(),
                                e.skipped(),
                                e.at(),
                                e.deployer()),
                        known.review());
            }
            case OverrideReviewed e -> {
                var known = known(e);
                yield new Requested(
                        known.given().reviewClosed(),
                        known.reason(),
                        known.incidentUrl(),
                        known.withdrawal(),
                        known.use(),
                        new Said(e.comment(), e.at(), e.by()));
            }
        };
    }

    private Requested known(OverrideEvent event) {
        return switch (this) {
            case Requested requested -> requested;
            case Unrequested ignored ->
                    throw new IllegalStateException(event.override() + " was never requested");
        };
    }
}
