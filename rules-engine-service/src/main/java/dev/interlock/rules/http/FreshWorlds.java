package dev.interlock.rules.http;

import dev.interlock.edge.Caller;
import dev.interlock.edge.Problem;
import dev.interlock.rules.projection.FreshFacts;
import dev.interlock.rules.projection.GateProperties;
import dev.interlock.rules.projection.Undecidable;
import dev.interlock.rules.projection.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The world as fresh as that of a check, for who reads it otherwise. */
@Component
public class FreshWorlds {

    private interface Source {
        World world() throws InterruptedException;
    }

    private final FreshFacts facts;
    private final Duration bound;
    private final Clock clock;

    FreshWorlds(FreshFacts facts, GateProperties properties, Clock clock) {
        this.facts = facts;
        this.bound = properties.freshness();
        this.clock = clock;
    }

    /**
     * At least as new as what the caller has seen.
     *
     * @throws Problem 503 {@code DECISION_UNAVAILABLE} if that cannot be proven in time
     */
    public World seenBy(Caller caller) {
        return proven(() -> facts.atLeast(caller.atLeast()));
    }

    /**
     * At least as new as what the caller has seen, and knowing all that was recorded until an
     * instant.
     *
     * @throws Problem 503 {@code DECISION_UNAVAILABLE} if that cannot be proven in time
     */
    public World knowing(Instant until, Caller caller) {
        return proven(() -> facts.knowing(until, caller.atLeast()));
    }

    /**
     * As new as the owners' events are at this moment, as for a start.
     *
     * @throws Problem 503 {@code DECISION_UNAVAILABLE} if that cannot be proven in time
     */
    public World strong() {
        return proven(() -> facts.strong(bound));
    }

    private World proven(Source source) {
        try {
            return source.world();
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
