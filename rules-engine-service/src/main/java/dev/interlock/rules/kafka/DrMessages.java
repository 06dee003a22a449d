package dev.interlock.rules.kafka;

import dev.interlock.contracts.dr.BuildReportedV1;
import dev.interlock.contracts.dr.DeploymentAbortedV1;
import dev.interlock.contracts.dr.DeploymentCompletedV1;
import dev.interlock.contracts.dr.DeploymentFailedV1;
import dev.interlock.contracts.dr.DeploymentLeaseExtendedV1;
import dev.interlock.contracts.dr.DeploymentPendingV1;
import dev.interlock.contracts.dr.DeploymentPresumedFailedV1;
import dev.interlock.contracts.dr.DeploymentRefusedV1;
import dev.interlock.contracts.dr.DeploymentRequestActivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestCancelledV1;
import dev.interlock.contracts.dr.DeploymentRequestCompletedV1;
import dev.interlock.contracts.dr.DeploymentRequestCreatedV1;
import dev.interlock.contracts.dr.DeploymentRequestDeactivatedV1;
import dev.interlock.contracts.dr.DeploymentRequestEditedV1;
import dev.interlock.contracts.dr.DeploymentRequestExpiredV1;
import dev.interlock.contracts.dr.DeploymentRequestRejectedV1;
import dev.interlock.contracts.dr.DeploymentRequestRevisedV1;
import dev.interlock.contracts.dr.DeploymentRequestStaleV1;
import dev.interlock.contracts.dr.DeploymentRequestSupersededV1;
import dev.interlock.contracts.dr.DeploymentRolledBackV1;
import dev.interlock.contracts.dr.DeploymentStartedV1;
import dev.interlock.contracts.dr.DeploymentTakenOverV1;
import dev.interlock.contracts.dr.DrMessage;
import dev.interlock.contracts.dr.EnvironmentChangedV1;
import dev.interlock.contracts.dr.EnvironmentRegisteredV1;
import dev.interlock.contracts.dr.ProductLabelledV1;
import dev.interlock.contracts.dr.ProductRegisteredV1;
import dev.interlock.contracts.dr.StepCompletedV1;
import dev.interlock.contracts.dr.StepUndoneV1;
import dev.interlock.contracts.dr.TemplateChangedV1;
import dev.interlock.contracts.dr.TemplateCreatedV1;
import dev.interlock.contracts.dr.VersionBoundV1;
import dev.interlock.contracts.dr.VersionDigestBoundV1;
import dev.interlock.contracts.dr.VersionRegisteredV1;
import dev.interlock.rules.domain.facts.Digest;
import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Lane.Running;
import dev.interlock.rules.domain.facts.LaneHistory.Completed;
import dev.interlock.rules.domain.facts.LaneHistory.RolledBack;
import dev.interlock.rules.domain.facts.RequestFacts.State;
import dev.interlock.rules.domain.facts.Start;
import dev.interlock.rules.projection.WorldWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What messages of the source {@code dr} mean for the world. */
final class DrMessages {

    /** How the ids of persons begin. */
    private static final String PERSON = "usr_";

    private DrMessages() {}

    static void apply(DrMessage message, long position, Instant time, WorldWriter world) {
        switch (message) {
            case EnvironmentRegisteredV1 e ->
                    world.environment(
                            environment(
                                    e.environment(),
                                    e.type(),
                                    e.mode(),
                                    e.aliases(),
                                    e.separationOfDuties()));
            case EnvironmentChangedV1 e ->
                    world.environment(
                            environment(
                                    e.environment(),
                                    e.type(),
                                    e.mode(),
                                    e.aliases(),
                                    e.separationOfDuties()));
            case BuildReportedV1 e -> {
                // machines build a million versions, and approve none of them
                if (e.builtBy() != null && e.builtBy().startsWith(PERSON)) {
                    world.built(e.product(), e.version(), e.builtBy());
                }
            }
            case DeploymentRequestCreatedV1 e ->
                    world.request(RequestMessages.created(e, position));
            case DeploymentRequestEditedV1 e ->
                    RequestMessages.change(world, e.dr(), r -> RequestMessages.edited(r, e));
            case DeploymentRequestActivatedV1 e ->
                    RequestMessages.change(world, e.dr(), r -> r.in(State.IN_PROGRESS, false));
            case DeploymentRequestDeactivatedV1 e ->
                    RequestMessages.change(world, e.dr(), r -> r.givenUp(State.DRAFT));
            case DeploymentRequestCancelledV1 e ->
                    RequestMessages.change(world, e.dr(), r -> r.givenUp(State.CANCELLED));
            case DeploymentRequestRejectedV1 e ->
                    RequestMessages.change(world, e.dr(), r -> r.in(State.REJECTED, true));
            case DeploymentRequestExpiredV1 e ->
                    RequestMessages.change(
                            world, e.dr(), r -> r.in(State.EXPIRED, r.everRejected()));
            case DeploymentRequestRevisedV1 e ->
                    RequestMessages.change(world, e.dr(), r -> RequestMessages.revised(r, e));
            case DeploymentRequestCompletedV1 e ->
                    RequestMessages.change(world, e.dr(), r -> r.in(State.COMPLETED, false));
            case StepCompletedV1 e ->
                    RequestMessages.change(world, e.dr(), r -> r.with(e.step(), true));
            case StepUndoneV1 e ->
                    RequestMessages.change(world, e.dr(), r -> r.with(e.step(), false));
            case DeploymentPendingV1 e ->
                    world.lane(e.product(), e.environment(), lane -> lane.at(e.laneRevision()));
            case DeploymentStartedV1 e -> {
                world.lane(
                        e.product(),
                        e.environment(),
                        lane ->
                                lane.started(
                                        new Running(e.deploymentId(), e.version(), e.leaseUntil()),
                                        e.laneRevision()));
                world.started(e.environment(), new Start(e.product(), time));
                OverrideMessages.spent(e, time, world);
            }
            case DeploymentTakenOverV1 e ->
                    world.lane(
                            e.product(),
                            e.environment(),
                            lane ->
                                    lane.goingOn(
                                            e.deploymentId(), e.leaseUntil(), e.laneRevision()));
            case DeploymentLeaseExtendedV1 e ->
                    world.lane(
                            e.product(),
                            e.environment(),
                            lane ->
                                    lane.goingOn(
                                            e.deploymentId(), e.leaseUntil(), e.laneRevision()));
            case DeploymentPresumedFailedV1 e ->
                    world.lane(
                            e.product(),
                            e.environment(),
                            lane -> lane.ended(e.deploymentId(), time, e.laneRevision()));
            case DeploymentCompletedV1 e ->
                    world.lane(
                            e.product(),
                            e.environment(),
                            lane ->
                                    lane.completed(
                                            e.deploymentId(),
                                            new Completed(
                                                    e.version(), time, !e.ungated(), position),
                                            RequestMessages.arrivals(e, world),
                                            e.laneRevision()));
            case DeploymentRolledBackV1 e ->
                    world.lane(
                            e.product(),
                            e.environment(),
                            lane ->
                                    lane.rolledBack(
                                            new RolledBack(e.version(), e.restored(), time),
                                            e.laneRevision()));
            case DeploymentFailedV1 e ->
                    world.lane(
                            e.product(),
                            e.environment(),
                            lane -> lane.ended(e.deploymentId(), time, e.laneRevision()));
            case DeploymentAbortedV1 e ->
                    world.lane(
                            e.product(),
                            e.environment(),
                            lane -> lane.ended(e.deploymentId(), time, e.laneRevision()));
            case ProductLabelledV1 e -> world.labelled(e.product(), e.labels());
            case VersionRegisteredV1 e ->
                    world.version(e.product(), e.version(), facts -> facts.firstSeen(time));
            case VersionDigestBoundV1 e ->
                    world.version(
                            e.product(), e.version(), facts -> facts.bound(Digest.of(e.digest())));
            // the edit itself says which approvals went stale; the rest changes no decision
            case DeploymentRequestStaleV1 _,
                    DeploymentRequestSupersededV1 _,
                    DeploymentRefusedV1 _,
                    ProductRegisteredV1 _,
                    TemplateCreatedV1 _,
                    TemplateChangedV1 _,
                    VersionBoundV1 _ -> {}
        }
    }

    private static Environment environment(
            String name,
            String type,
            String mode,
            java.util.List<String> aliases,
            @Nullable Boolean separation) {
        return new Environment(
                name,
                type,
                switch (mode) {
                    case "enforce" -> true;
                    case "report_only" -> false;
                    case null, default ->
                            throw new UnreadableMessage(
                                    "mode: " + mode + " (expected: enforce or report_only)");
                },
                aliases,
                separation);
    }
}
