package dev.interlock.rules.read.readiness;

import dev.interlock.contracts.identity.Permission;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.rules.domain.gate.Readiness;
import dev.interlock.rules.projection.FreshFacts;
import dev.interlock.rules.projection.Undecidable;
import dev.interlock.rules.projection.World;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Asks the gate's own function for every target, on facts as fresh as those of a check. */
@RestController
final class ReadinessApi {

    private final FreshFacts facts;
    private final Clock clock;

    ReadinessApi(FreshFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping("/v1/deployment-requests/{id}/readiness")
    ReadinessView readiness(@PathVariable String id, Caller caller) {
        caller.require(Permission.READ);
        var world = world(caller);
        var unreadable = world.unreadable("dr", id);
        if (unreadable != null) {
            throw unavailable("unreadable", "what is known of " + id + " is not all readable");
        }
        var request = world.request(id);
        if (request == null) {
            throw Problem.notFound("deployment request " + id);
        }
        var now = clock.instant();
        return ReadinessView.of(request, Readiness.of(request, world, now), world, now);
    }

    private World world(Caller caller) {
        try {
            return facts.atLeast(caller.atLeast());
        } catch (Undecidable undecidable) {
            throw unavailable(undecidable.reason(), String.valueOf(undecidable.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unavailable("stopping", "the service is stopping");
        }
    }

    private Problem unavailable(String reason, String detail) {
        return Problem.unavailable("DECISION_UNAVAILABLE", detail)
                .with("reason", reason)
                .retryAfter(clock.instant().plusSeconds(1));
    }
}
