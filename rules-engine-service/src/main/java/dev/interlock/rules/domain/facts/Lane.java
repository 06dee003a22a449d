package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * One product in one environment.
 *
 * @param running the deployments that are in progress, oldest first; where nothing is enforced, or
 *     after a lease has ended, there may be several
 * @param current the version that runs there; null before the first completion, and when that was
 *     rolled back
 * @param completed every version that ever completed there, and whether the gate had admitted one
 *     of those runs
 * @param spent deployment requests whose admission a completed deployment used up, by version
 * @param arrivals the same, in the order that supersession goes by
 * @param history what soaking, prerequisites and cooldowns are judged by
 * @param revision as of the newest state-changing event
 */
public record Lane(
        String product,
        String environment,
        List<Running> running,
        @Nullable String current,
        PMap<String, Boolean> completed,
        PMap<String, PSet<String>> spent,
        Arrivals arrivals,
        LaneHistory history,
        long revision) {

    /**
     * @param leaseUntil when it is presumed to have failed; null = never
     */
    public record Running(String deploymentId, String version, @Nullable Instant leaseUntil) {

        /** Half-open: at its end the lease no longer holds. */
        public boolean hasLapsed(Instant now) {
            return leaseUntil != null && !now.isBefore(leaseUntil);
        }

        private boolean is(String id) {
            return deploymentId.equals(id);
        }

        private Running until(Instant end) {
            return new Running(deploymentId, version, end);
        }
    }

    public static Lane unused(String product, String environment) {
        return new Lane(
                product,
                environment,
                List.of(),
                null,
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                Arrivals.NONE,
                LaneHistory.NONE,
                0);
    }

    public Lane at(long newRevision) {
        return new Lane(
                product,
                environment,
                running,
                current,
                completed,
                spent,
                arrivals,
                history,
                newRevision);
    }

    /** Something was heard of a deployment; nothing else changes if it is not the one that runs. */
    public Lane goingOn(String deploymentId, @Nullable Instant leaseUntil, long newRevision) {
        return leaseUntil == null
                ? at(newRevision)
                : withRunning(
                        running.stream()
                                .map(r -> r.is(deploymentId) ? r.until(leaseUntil) : r)
                                .toList(),
                        newRevision);
    }

    public Lane started(Running deployment, long newRevision) {
        var others = without(deployment.deploymentId()).stream();
        return withRunning(Stream.concat(others, Stream.of(deployment)).toList(), newRevision);
    }

    private Lane withRunning(List<Running> nowRunning, long newRevision) {
        return new Lane(
                product,
                environment,
                nowRunning,
                current,
                completed,
                spent,
                arrivals,
                history,
                newRevision);
    }

    /**
     * It failed or was aborted.
     *
     * @param at when its owner recorded it
     */
    public Lane ended(String deploymentId, Instant at, long newRevision) {
        return new Lane(
                product,
                environment,
                without(deploymentId),
                current,
                completed,
                spent,
                arrivals,
                history.with(new LaneHistory.Failed(at)),
                newRevision);
    }

    /**
     * @param done when its owner recorded it, and in which order
     * @param by the deployment requests whose admission it used up
     */
    public Lane completed(
            String deploymentId,
            LaneHistory.Completed done,
            Collection<Arrivals.Arrival> by,
            long newRevision) {
        var version = done.version();
        var spentNow = spent;
        for (var arrival : by) {
            spentNow = spentNow.plus(version, spentBy(version, spentNow).plus(arrival.dr()));
        }
        return new Lane(
                product,
                environment,
                without(deploymentId),
                version,
                completed.plus(version, done.gated() || completed.getOrDefault(version, false)),
                spentNow,
                arrivals.plusAll(by),
                history.with(done),
                newRevision);
    }

    private static PSet<String> spentBy(String version, PMap<String, PSet<String>> spent) {
        return spent.getOrDefault(version, HashTreePSet.empty());
    }

    /** A completion was undone. */
    public Lane rolledBack(LaneHistory.RolledBack undone, long newRevision) {
        return new Lane(
                product,
                environment,
                running,
                undone.restored(),
                completed,
                spent,
                arrivals,
                history.with(undone),
                newRevision);
    }

    private List<Running> without(String deploymentId) {
        return running.stream().filter(r -> !r.is(deploymentId)).toList();
    }

    /** The deployments that hold the lane, oldest first: those whose lease has not ended. */
    public List<Running> heldBy(Instant now) {
        return running.isEmpty()
                ? running
                : running.stream().filter(r -> !r.hasLapsed(now)).toList();
    }

    /**
     * By which completion this version runs now, if that proves something; empty if another runs.
     */
    public Optional<LaneHistory.Completed> currentEvidence(String version, Environment where) {
        return version.equals(current) ? history.runningBy(version, where) : Optional.empty();
    }

    /** Has nothing ever completed here? */
    public boolean isUnused() {
        return completed.isEmpty();
    }

    public boolean hasSpent(String dr, String version) {
        return !spent.isEmpty() && spentBy(version, spent).contains(dr);
    }

    /**
     * Did this version complete here before, admitted by the gate or where nothing is enforced, and
     * was not rolled back?
     */
    public boolean provenHere(String version, boolean enforces) {
        var admitted = completed.get(version);
        return admitted != null && (admitted || !enforces) && !history.isUndone(version);
    }
}
