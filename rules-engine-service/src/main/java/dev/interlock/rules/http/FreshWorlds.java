package dev.interlock.rules.http;

import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.rules.projection.FreshFacts;
import dev.interlock.rules.projection.Undecidable;
import dev.interlock.rules.projection.World;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The world as fresh as that of a check, for who reads it otherwise. */
@Component
public class FreshWorlds {

    private final FreshFacts facts;
    private final Clock clock;

    FreshWorlds(FreshFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * At least as new as what the caller has seen.
     *
     * @throws Problem 503 {@code DECISION_UNAVAILABLE} if that cannot be proven in time
     */
    public World seenBy(Caller caller) {
        try {
            return facts.atLeast(caller.atLeast());
        } catch (Undecidable undecidable) {
            throw unavailable(undecidable.reason(), String.valueOf(undecidable.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unavailable("stopping", "the service is stopping");
        }
    }

    /**
     * @param reason one word, for machines
     */
    public Problem unavailable(String reason, String detail) {
        return Problem.unavailable("DECISION_UNAVAILABLE", detail)
                .with("reason", reason)
                .retryAfter(clock.instant().plusSeconds(1));
    }
}
