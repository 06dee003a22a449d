package dev.interlock.rules.read.state;

import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import dev.interlock.rules.http.FreshWorlds;
import dev.interlock.rules.projection.RecordedWorlds;
import dev.interlock.rules.projection.World;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The world now, or at any past instant. */
@Component
class PastWorlds {

    private final FreshWorlds fresh;
    private final RecordedWorlds recorded;

    PastWorlds(FreshWorlds fresh, RecordedWorlds recorded) {
        this.fresh = fresh;
        this.recorded = recorded;
    }

    /** Nobody knows what will run. */
    static void check(@Nullable Instant at, Instant now, Violations violations) {
        violations.expect(
                at == null || !at.isAfter(now), "?at", at + " (expected: no later than now)");
    }

    /**
     * At least as new as what the caller has seen, and with all that was recorded until then.
     *
     * @param at null = now
     * @throws dev.interlock.edge.Problem 503 if that cannot be proven in time
     */
    World at(@Nullable Instant at, Caller caller) {
        return at == null
                ? fresh.seenBy(caller)
                : recorded.at(at, fresh.knowing(at, caller).positions());
    }
}
