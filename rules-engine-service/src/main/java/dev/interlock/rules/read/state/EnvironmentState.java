package dev.interlock.rules.read.state;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.domain.facts.LaneHistory.Completed;
import dev.interlock.rules.projection.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One environment at an instant.
 *
 * @param at null = now
 * @param asOf newest position per source that is in it
 * @param products those that anything was ever deployed of there, by name
 */
record EnvironmentState(
        String environment,
        String type,
        String mode,
        @Nullable Instant at,
        Map<String, Long> asOf,
        List<ProductState> products) {

    /**
     * @param version that runs there; null before the first completion
     * @param since when the newest deployment of it completed
     * @param gated had the gate admitted that deployment?
     * @param rejected is the version rejected or quarantined?
     * @param runningSince since when it has run without another: since the first completion in a
     *     row, or since another was rolled back
     * @param soaked how long the version has, as rules count it; null if none runs
     * @param running the newest deployment that is in progress; null if none is
     * @param alsoRunning the others, newest first
     */
    record ProductState(
            String product,
            @Nullable String version,
            @Nullable Instant since,
            @Nullable Boolean gated,
            boolean rejected,
            @Nullable Instant runningSince,
            @Nullable Soaked soaked,
            @Nullable InProgress running,
            List<InProgress> alsoRunning) {}

    /**
     * @param presumedFailed has its lease ended? Then it holds nobody up
     */
    record InProgress(
            String deploymentId,
            String version,
            @Nullable Instant leaseUntil,
            boolean presumedFailed) {

        private static InProgress of(Lane.Running running, Instant at) {
            return new InProgress(
                    running.deploymentId(),
                    running.version(),
                    running.leaseUntil(),
                    running.hasLapsed(at));
        }
    }

    static EnvironmentState of(
            Environment environment, World world, @Nullable Instant at, Instant now) {
        var judgedAt = at == null ? now : at;
        return new EnvironmentState(
                environment.name(),
                environment.type(),
                environment.enforces() ? "enforce" : "report_only",
                at,
                world.positions(),
                world.lanes().values().stream()
                        .filter(lane -> lane.environment().equals(environment.name()))
                        .filter(lane -> !lane.running().isEmpty() || lane.current() != null)
                        .map(lane -> product(lane, environment, world, judgedAt))
                        .sorted(Comparator.comparing(ProductState::product))
                        .toList());
    }

    static ProductState product(Lane lane, Environment environment, World world, Instant at) {
        var current = lane.current();
        var newest = current == null ? Optional.<Completed>empty() : lane.history().newest(current);
        var running = lane.running().reversed().stream().map(r -> InProgress.of(r, at)).toList();
        return new ProductState(
                lane.product(),
                current,
                newest.map(done -> done.at()).orElse(null),
                newest.map(done -> done.gated()).orElse(null),
                current != null && !world.version(lane.product(), current).stopsAt(at).isEmpty(),
                lane.history().runningSince(),
                current == null ? null : Soaked.of(lane, current, environment, at),
                running.isEmpty() ? null : running.getFirst(),
                running.stream().skip(1).toList());
    }
}
