package dev.interlock.dr.domain;

import dev.interlock.dr.domain.LaneDeployment.Announced;
import dev.interlock.dr.domain.LaneDeployment.Ended;
import dev.interlock.dr.domain.LaneDeployment.PresumedFailed;
import dev.interlock.dr.domain.LaneDeployment.Running;
import dev.interlock.dr.events.DeploymentAborted;
import dev.interlock.dr.events.DeploymentAnnounced;
import dev.interlock.dr.events.DeploymentCompleted;
import dev.interlock.dr.events.DeploymentFailed;
import dev.interlock.dr.events.DeploymentLeaseExtended;
import dev.interlock.dr.events.DeploymentPresumedFailed;
import dev.interlock.dr.events.DeploymentRefused;
import dev.interlock.dr.events.DeploymentRolledBack;
import dev.interlock.dr.events.DeploymentStarted;
import dev.interlock.dr.events.DeploymentTakenOver;
import dev.interlock.dr.events.LaneEvent;
import dev.interlock.dr.events.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One product in one environment: the boundary of consistency for admissions.
 *
 * @param revision counts the events that changed the lane; refused attempts do not
 * @param deployments oldest first; of those that do not run, the newest {@value #REMEMBERED}
 * @param spent the admissions used up by completed deployments
 * @param ran what ran here, oldest first, of each version in a row the newest deployment, without
 *     what was rolled back; the last runs now. The newest {@value #REMEMBERED}
 */
public record Lane(
        long revision, List<LaneDeployment> deployments, Set<Admission> spent, List<Ran> ran) {

    /** Enough to recognise any retry that is still on its way. */
    static final int REMEMBERED = 50;

    private static final Set<String> HAVE_STARTED = Set.of("started", "completed", "rolled_back");

    /** The right to deploy one item of one deployment request here, once. */
    public record Admission(String dr, String version) {}

    public record Ran(String version, String deploymentId) {}

    public static Lane unused() {
        return new Lane(0, List.of(), Set.of(), List.of());
    }

    public Lane evolve(LaneEvent event) {
        return switch (event) {
            case DeploymentAnnounced e -> with(e.laneRevision(), new Announced(trace(e)));
            case DeploymentStarted e ->
                    with(e.laneRevision(), new Running(trace(e), e.drs(), e.leaseUntil()));
            case DeploymentTakenOver e -> with(e.laneRevision(), goingOn(e, e.leaseUntil()));
            case DeploymentLeaseExtended e -> with(e.laneRevision(), goingOn(e, e.leaseUntil()));
            case DeploymentPresumedFailed e ->
                    with(e.laneRevision(), new PresumedFailed(trace(e), e.drs()));
            case DeploymentCompleted e ->
                    with(e.laneRevision(), new Ended(trace(e), Outcome.COMPLETED))
                            .spending(e.version(), e.drs())
                            .running(new Ran(e.version(), e.deploymentId()));
            case DeploymentRolledBack e ->
                    with(e.laneRevision(), new Ended(trace(e), Outcome.ROLLED_BACK))
                            .without(e.deploymentId());
            case DeploymentFailed e -> with(e.laneRevision(), new Ended(trace(e), Outcome.FAILED));
            case DeploymentAborted e ->
                    with(e.laneRevision(), new Ended(trace(e), Outcome.ABORTED));
            case DeploymentRefused _ -> this;
        };
    }

    public List<Running> running() {
        return deployments.stream()
                .<Running>mapMulti(
                        (deployment, sink) -> {
                            if (deployment instanceof Running running) {
                                sink.accept(running);
                            }
                        })
                .toList();
    }

    /** Does this version run here for the deployment request, or has it completed? */
    public boolean hasStarted(String dr, String version) {
        return spent.contains(new Admission(dr, version))
                || running().stream()
                        .anyMatch(r -> r.trace().version().equals(version) && r.drs().contains(dr));
    }

    /** The deployment by which it has; empty if it has not, or so long ago that none is known. */
    public Optional<String> startedBy(String dr, String version) {
        return hasStarted(dr, version)
                ? newestFirst()
                        .filter(d -> d.trace().version().equals(version))
                        .filter(d -> HAVE_STARTED.contains(d.status()))
                        .map(d -> d.trace().id())
                        .findFirst()
                : Optional.empty();
    }

    public Optional<LaneDeployment> find(String deploymentId) {
        return deployments.stream().filter(d -> d.trace().id().equals(deploymentId)).findFirst();
    }

    /** The deployment that an earlier delivery of the same report led to. */
    public Optional<LaneDeployment> answeredTo(Report report) {
        return newestFirst().filter(d -> d.trace().knows(report)).findFirst();
    }

    boolean knowsRunOf(Report report) {
        return deployments.stream().anyMatch(d -> d.trace().isOf(report));
    }

    public Stream<LaneDeployment> newestFirst() {
        return deployments.reversed().stream();
    }

    private RunTrace trace(LaneEvent event) {
        return find(event.deploymentId())
                .map(known -> known.trace().and(event.report()))
                .orElseGet(
                        () -> RunTrace.of(event.deploymentId(), event.version(), event.report()));
    }

    private Running goingOn(LaneEvent event, @Nullable Instant leaseUntil) {
        return find(event.deploymentId()).orElse(null) instanceof Running(_, var drs, var lease)
                ? new Running(trace(event), drs, leaseUntil == null ? lease : leaseUntil)
                : new Running(trace(event), List.of(), leaseUntil);
    }

    private Lane with(long newRevision, LaneDeployment deployment) {
        var others =
                deployments.stream().filter(d -> !d.trace().id().equals(deployment.trace().id()));
        var all = Stream.concat(others, Stream.of(deployment)).toList();
        long surplus = all.stream().filter(d -> !(d instanceof Running)).count() - REMEMBERED;
        return new Lane(newRevision, surplus <= 0 ? all : forgetting(surplus, all), spent, ran);
    }

    private static List<LaneDeployment> forgetting(long surplus, List<LaneDeployment> all) {
        var forgotten =
                new HashSet<>(
                        all.stream().filter(d -> !(d instanceof Running)).limit(surplus).toList());
        return all.stream().filter(d -> !forgotten.contains(d)).toList();
    }

    private Lane spending(String version, List<String> drs) {
        if (drs.isEmpty()) {
            return this;
        }
        var more = new HashSet<>(spent);
        drs.forEach(dr -> more.add(new Admission(dr, version)));
        return new Lane(revision, deployments, Set.copyOf(more), ran);
    }

    private Lane running(Ran next) {
        var all = new ArrayList<>(ran);
        if (!all.isEmpty() && all.getLast().version().equals(next.version())) {
            all.removeLast();
        }
        all.add(next);
        return new Lane(
                revision,
                deployments,
                spent,
                List.copyOf(all.subList(Math.max(0, all.size() - REMEMBERED), all.size())));
    }

    private Lane without(String deploymentId) {
        return new Lane(
                revision,
                deployments,
                spent,
                ran.stream().filter(r -> !r.deploymentId().equals(deploymentId)).toList());
    }

    /** What runs here, or ran before that. */
    public Optional<Ran> ranLast(int before) {
        return before < ran.size()
                ? Optional.of(ran.get(ran.size() - 1 - before))
                : Optional.empty();
    }

    /** The deployment requests by which the version completed here. */
    public List<String> spentFor(String version) {
        return spent.stream()
                .filter(admission -> admission.version().equals(version))
                .map(Admission::dr)
                .sorted()
                .toList();
    }
}
