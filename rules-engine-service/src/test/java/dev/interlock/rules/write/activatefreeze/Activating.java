package dev.interlock.rules.write.activatefreeze;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.events.FreezeEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The slice's decision, for histories that need the others' too. */
public final class Activating {

    private Activating() {}

    public static Decision<FreezeEvent> decide(
            DeclaredFreeze freeze,
            String id,
            Scope scope,
            @Nullable Instant start,
            @Nullable Instant end,
            Instant now) {
        return ActivateFreezeDecision.decide(
                freeze,
                new ActivateFreeze(id, "incident", null, scope, start, end, "usr_sre"),
                now);
    }
}
