package dev.interlock.rules.kafka;

import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.contracts.rules.OverrideConfirmedV1;
import dev.interlock.contracts.rules.OverrideRequestedV1;
import dev.interlock.contracts.rules.OverrideReviewedV1;
import dev.interlock.contracts.rules.OverrideUsedV1;
import dev.interlock.contracts.rules.OverrideWithdrawnV1;
import dev.interlock.contracts.rules.RulesMessage;
import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.domain.facts.GivenOverride.Spending;
import dev.interlock.rules.events.OverrideConfirmed;
import dev.interlock.rules.events.OverrideEvent;
import dev.interlock.rules.events.OverrideRequested;
import dev.interlock.rules.events.OverrideReviewed;
import dev.interlock.rules.events.OverrideUsed;
import dev.interlock.rules.events.OverrideWithdrawn;
import dev.interlock.rules.projection.WorldWriter;
import java.time.Instant;

/** What events of an override are said as, and what that means for the world. */
final class OverrideMessages {

    private OverrideMessages() {}

    static RulesMessage of(OverrideEvent event) {
        return switch (event) {
            case OverrideRequested e ->
                    new OverrideRequestedV1(
                            e.override(),
                            e.product(),
                            e.version(),
                            e.environment(),
                            e.rules(),
                            e.reason(),
                            e.incidentUrl(),
                            e.people(),
                            e.expiresAt(),
                            e.at(),
                            e.by());
            case OverrideConfirmed e -> new OverrideConfirmedV1(e.override(), e.at(), e.by());
            case OverrideWithdrawn e ->
                    new OverrideWithdrawnV1(e.override(), e.reason(), e.at(), e.by());
            case OverrideUsed e ->
                    new OverrideUsedV1(
                            e.override(),
                            e.deployment(),
                            e.decision(),
                            e.lifted(),
                            e.skipped(),
                            e.at(),
                            e.deployer());
            case OverrideReviewed e ->
                    new OverrideReviewedV1(e.override(), e.comment(), e.at(), e.by());
        };
    }

    static void requested(OverrideRequestedV1 e, WorldWriter world) {
        world.override(
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
                        false));
    }

    static void confirmed(OverrideConfirmedV1 e, WorldWriter world) {
        world.override(e.override(), override -> override.confirmed(e.by(), e.at()));
    }

    static void withdrawn(OverrideWithdrawnV1 e, WorldWriter world) {
        world.override(e.override(), override -> override.withdrawn(e.at()));
    }

    static void reviewed(OverrideReviewedV1 e, WorldWriter world) {
        world.override(e.override(), GivenOverride::reviewClosed);
    }

    /**
     * A start uses up what its decision applied, in the same event: no two starts of a lane can
     * spend the same override.
     */
    static void spent(DeploymentStartedV1 e, Instant at, WorldWriter world) {
        for (var use : e.decision().overrides()) {
            if (use.code() == null) {
                world.overrideSpent(use.id(), new Spending(e.deploymentId(), at));
            }
        }
    }
}
