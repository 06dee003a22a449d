package dev.interlock.rules.read.candidates;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Cursor;
import dev.interlock.edge.Page;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.facts.RequestFacts.State;
import dev.interlock.rules.domain.gate.Gate;
import dev.interlock.rules.domain.gate.Judgement;
import dev.interlock.rules.http.FreshWorlds;
import dev.interlock.rules.http.Names;
import dev.interlock.rules.projection.World;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class CandidatesApi {

    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final Comparator<Shipped> ORDER =
            Comparator.comparing(Shipped::product).thenComparing(Shipped::version);

    private record Shipped(String product, String version) {}

    private final FreshWorlds worlds;
    private final Clock clock;

    CandidatesApi(FreshWorlds worlds, Clock clock) {
        this.worlds = worlds;
        this.clock = clock;
    }

    /** Asks the gate's own function for each of the page, as for the caller. */
    @GetMapping("/v1/environments/{name}/candidates")
    ResponseEntity<Page<Candidate>> list(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(Permission.READ);
        var violations = new Violations();
        var folded = Names.environment("/name", name, violations);
        violations.throwIfAny();
        int size = Page.limit(limit, USUAL, MOST);
        var after = cursor == null ? null : after(cursor);
        var world = worlds.seenBy(caller);
        var environment = world.environment(folded);
        if (environment == null) {
            throw Problem.notFound("environment " + name);
        }
        var now = clock.instant();
        var found =
                next(world, environment)
                        .filter(next -> after == null || ORDER.compare(next, after) > 0)
                        .limit(size + 1L)
                        .map(
                                next ->
                                        Gate.decide(
                                                new GateQuery(
                                                        next.product(),
                                                        next.version(),
                                                        environment.name(),
                                                        null,
                                                        null, // who asks need not be who deploys
                                                        caller.actorKind()),
                                                world,
                                                now))
                        .map(ruling -> Candidate.of((Judgement) ruling)) // no request is named
                        .toList();
        return Page.answer(
                found, size, last -> Cursor.of("candidates", last.product(), last.version()));
    }

    private static Shipped after(String cursor) {
        var parts = Cursor.parts(cursor, 3);
        if (!parts.getFirst().equals("candidates")) {
            throw Cursor.unknown();
        }
        return new Shipped(parts.get(1), parts.get(2));
    }

    /** What does not run there already. */
    private static Stream<Shipped> next(World world, Environment environment) {
        return Stream.concat(shipped(world, environment), runningElsewhere(world, environment))
                .filter(
                        next ->
                                !next.version()
                                        .equals(world.lane(next.product(), environment).current()))
                .distinct()
                .sorted(ORDER);
    }

    /** By what is in progress. */
    private static Stream<Shipped> shipped(World world, Environment environment) {
        return world.requests().values().stream()
                .filter(request -> request.state() == State.IN_PROGRESS)
                .flatMap(request -> request.items().stream())
                .filter(item -> item.goesTo(environment))
                .map(item -> new Shipped(item.product(), item.version()));
    }

    /** And was never here: what was goes back, and not on. */
    private static Stream<Shipped> runningElsewhere(World world, Environment environment) {
        return world.lanes().values().stream()
                .filter(lane -> !lane.environment().equals(environment.name()))
                .<Shipped>mapMulti(
                        (lane, sink) -> {
                            var version = lane.current();
                            if (version != null) {
                                sink.accept(new Shipped(lane.product(), version));
                            }
                        })
                .filter(
                        next ->
                                !world.lane(next.product(), environment)
                                        .completed()
                                        .containsKey(next.version()));
    }
}
