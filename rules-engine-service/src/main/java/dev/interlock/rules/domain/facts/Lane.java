package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One product in one environment.
 *
 * @param running the deployment that holds the lane; null when it is free
 * @param current the version that runs there; null before the first completion, and when that was
 *     rolled back
 * @param completed every version that ever completed there, and whether the gate had admitted one
 *     of those runs
 * @param spent deployment requests whose admission a completed deployment used up, by version
 * @param history what soaking, prerequisites and cooldowns are judged by
 * @param revision as of the newest state-changing event
 */
public record Lane(
        String product,
        String environment,
        @Nullable Running running,
        @Nullable String current,
        Map<String, Boolean> completed,
        Map<String, Set<String>> spent,
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
    }

    public static Lane unused(String product, String environment) {
        return new Lane(product, environment, null, null, Map.of(), Map.of(), LaneHistory.NONE, 0);
    }

    public Lane at(long newRevision) {
        return new Lane(
                product, environment, running, current, completed, spent, history, newRevision);
    }

    /** Something was heard of a deployment; nothing else changes if it is not the one that runs. */
    public Lane goingOn(String deploymentId, @Nullable Instant leaseUntil, long newRevision) {
        var known = running;
        return known == null || !known.deploymentId().equals(deploymentId) || leaseUntil == null
                ? at(newRevision)
                : started(new Running(deploymentId, known.version(), leaseUntil), newRevision);
    }

    public Lane started(Running deployment, long newRevision) {
        return new Lane(
                product, environment, deployment, current, completed, spent, history, newRevision);
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
                afterEndOf(deploymentId),
                current,
                completed,
                spent,
                history.with(new LaneHistory.Failed(at)),
                newRevision);
    }

    /**
     * @param done when its owner recorded it, and in which order
     */
    public Lane completed(
            String deploymentId,
            LaneHistory.Completed done,
            Iterable<String> drs,
            long newRevision) {
        var version = done.version();
        var versions = new LinkedHashMap<>(completed);
        versions.merge(version, done.gated(), Boolean::logicalOr);
        var used = new TreeSet<>(spent.getOrDefault(version, Set.of()));
        drs.forEach(used::add);
        var spentNow = new LinkedHashMap<>(spent);
        if (!used.isEmpty()) {
            spentNow.put(version, used);
        }
        return new Lane(
                product,
                environment,
                afterEndOf(deploymentId),
                version,
                versions,
                spentNow,
                history.with(done),
                newRevision);
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
                history.with(undone),
                newRevision);
    }

    private @Nullable Running afterEndOf(String deploymentId) {
        return running != null && running.deploymentId().equals(deploymentId) ? null : running;
    }

    /** Has nothing ever completed here? */
    public boolean isUnused() {
        return completed.isEmpty();
    }

    public boolean hasSpent(String dr, String version) {
        return spent.getOrDefault(version, Set.of()).contains(dr);
    }

    /** The deployment requests by which another version than this one completed here. */
    public Stream<String> completedOthersBy(String version) {
        return spent.entrySet().stream()
                .filter(used -> !used.getKey().equals(version))
                .flatMap(used -> used.getValue().stream());
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
