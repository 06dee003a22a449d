package dev.interlock.rules.read.state;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.edge.Violations;
import dev.interlock.rules.http.Names;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class StateApi {

    private final PastWorlds worlds;
    private final Clock clock;

    StateApi(PastWorlds worlds, Clock clock) {
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
        PastWorlds.check(at, now, violations);
        violations.throwIfAny();
        var world = worlds.at(at, caller);
        var environment = world.environment(folded);
        if (environment == null) {
            throw Problem.notFound("environment " + name + (at == null ? "" : " at " + at));
        }
        return EnvironmentState.of(environment, world, at, now);
    }
}
