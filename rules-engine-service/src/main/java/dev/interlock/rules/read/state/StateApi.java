package dev.interlock.rules.read.state;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import dev.interlock.rules.http.Names;
import dev.interlock.rules.projection.FreshFacts;
import dev.interlock.rules.projection.RecordedWorlds;
import dev.interlock.rules.projection.Undecidable;
import dev.interlock.rules.projection.World;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class StateApi {

    private final FreshFacts facts;
    private final RecordedWorlds worlds;
    private final Clock clock;

    StateApi(FreshFacts facts, RecordedWorlds worlds, Clock clock) {
        this.facts = facts;
        this.worlds = worlds;
        this.clock = clock;
    }

    /**
     * @param at any past instant; null = now, at least as new as what the caller has seen
     */
    @GetMapping("/v1/environments/{name}/state")
    EnvironmentState state(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Instant at,
            Caller caller) {
        caller.require(Permission.READ);
        var violations = new Violations();
        var folded = Names.environment("/name", name, violations);
        var now = clock.instant();
        violations.expect(
                at == null || !at.isAfter(now), "?at", at + " (expected: no later than now)");
        violations.throwIfAny();
        var world = at == null ? live(caller) : worlds.at(at);
        var environment = world.environment(folded);
        if (environment == null) {
            throw Problem.notFound("environment " + name + (at == null ? "" : " at " + at));
        }
        return EnvironmentState.of(environment, world, at, now);
    }

    private World live(Caller caller) {
        try {
            return facts.atLeast(caller.atLeast());
        } catch (Undecidable behind) {
            throw Problem.unavailable("SERVICE_UNAVAILABLE", String.valueOf(behind.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("SERVICE_UNAVAILABLE", "the service is stopping");
        }
    }
}
