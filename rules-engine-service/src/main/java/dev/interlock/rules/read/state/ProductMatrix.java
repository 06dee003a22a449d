package dev.interlock.rules.read.state;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.projection.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One product in all environments in which anything was ever deployed of it.
 *
 * @param environments by name
 */
record ProductMatrix(String product, List<Cell> environments, Drift drift) {

    /** As {@link EnvironmentState.ProductState}. */
    record Cell(
            String environment,
            String type,
            String mode,
            @Nullable String version,
            @Nullable Instant since,
            @Nullable Boolean gated,
            boolean rejected,
            @Nullable Instant runningSince,
            @Nullable Soaked soaked,
            EnvironmentState.@Nullable InProgress running,
            List<EnvironmentState.InProgress> alsoRunning) {}

    /**
     * In what the environments differ from one another, and from what should be.
     *
     * @param versionSkew do different versions run?
     * @param versions those that run, by name
     * @param ungated environments whose newest deployment the gate had not admitted
     * @param rejected environments in which a rejected or quarantined version runs
     */
    record Drift(
            boolean versionSkew,
            List<String> versions,
            List<String> ungated,
            List<String> rejected) {

        boolean isAny() {
            return versionSkew || !ungated.isEmpty() || !rejected.isEmpty();
        }
    }

    /** Of all products, by name. */
    static Stream<ProductMatrix> all(World world, Instant at) {
        return world.lanes().values().stream()
                .filter(lane -> !lane.running().isEmpty() || lane.current() != null)
                .collect(Collectors.groupingBy(Lane::product))
                .entrySet()
                .stream()
                .map(lanes -> of(lanes.getKey(), lanes.getValue(), world, at))
                .sorted(Comparator.comparing(ProductMatrix::product));
    }

    private static ProductMatrix of(String product, List<Lane> lanes, World world, Instant at) {
        var cells =
                lanes.stream()
                        .map(lane -> cell(lane, world, at))
                        .sorted(Comparator.comparing(Cell::environment))
                        .toList();
        var versions =
                cells.stream().map(Cell::version).filter(Objects::nonNull).distinct().sorted();
        var running = versions.toList();
        return new ProductMatrix(
                product,
                cells,
                new Drift(
                        running.size() > 1,
                        running,
                        names(cells.stream().filter(c -> Boolean.FALSE.equals(c.gated()))),
                        names(cells.stream().filter(Cell::rejected))));
    }

    private static List<String> names(Stream<Cell> cells) {
        return cells.map(Cell::environment).toList();
    }

    private static Cell cell(Lane lane, World world, Instant at) {
        var known = world.environment(lane.environment());
        var environment =
                known == null
                        ? new Environment(lane.environment(), "development", true, List.of())
                        : known;
        var state = EnvironmentState.product(lane, environment, world, at);
        return new Cell(
                environment.name(),
                environment.type(),
                environment.enforces() ? "enforce" : "report_only",
                state.version(),
                state.since(),
                state.gated(),
                state.rejected(),
                state.runningSince(),
                state.soaked(),
                state.running(),
                state.alsoRunning());
    }
}
