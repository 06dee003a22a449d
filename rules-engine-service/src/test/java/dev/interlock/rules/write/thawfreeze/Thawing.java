package dev.interlock.rules.write.thawfreeze;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.events.FreezeEvent;
import java.time.Instant;

/** The slice's decision, for histories that need the others' too. */
public final class Thawing {

    private Thawing() {}

    public static Decision<FreezeEvent> decide(DeclaredFreeze freeze, String id, Instant now) {
        return ThawFreezeDecision.decide(freeze, new ThawFreeze(id, "fixed", "usr_sre"), now);
    }
}
