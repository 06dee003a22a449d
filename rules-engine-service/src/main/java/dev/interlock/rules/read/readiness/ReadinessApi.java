package dev.interlock.rules.read.readiness;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.rules.domain.gate.Readiness;
import dev.interlock.rules.http.FreshWorlds;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Asks the gate's own function for every target, on facts as fresh as those of a check. */
@RestController
final class ReadinessApi {

    private final FreshWorlds worlds;
    private final Clock clock;

    ReadinessApi(FreshWorlds worlds, Clock clock) {
        this.worlds = worlds;
        this.clock = clock;
    }

    @GetMapping("/v1/deployment-requests/{id}/readiness")
    ReadinessView readiness(@PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        var world = worlds.seenBy(caller);
        var unreadable = world.unreadable("dr", id);
        if (unreadable != null) {
            throw worlds.unavailable(
                    "unreadable", "what is known of " + id + " is not all readable");
        }
        var request = world.request(id);
        if (request == null) {
            throw Problem.notFound("deployment request " + id);
        }
        var now = clock.instant();
        return ReadinessView.of(request, Readiness.of(request, world, now), world, now);
    }
}
