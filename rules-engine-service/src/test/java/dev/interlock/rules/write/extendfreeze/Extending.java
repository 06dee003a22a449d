package dev.interlock.rules.write.extendfreeze;

import dev.interlock.rules.domain.Decision;
import dev.interlock.rules.domain.DeclaredFreeze;
import dev.interlock.rules.events.FreezeEvent;
import java.time.Instant;

/** The slice's decision, for histories that need the others' too. */
public final class Extending {

    private Extending() {}

    public static Decision<FreezeEvent> decide(
            DeclaredFreeze freeze, String id, Instant end, Instant now) {
        return ExtendFreezeDecision.decide(
                freeze, new ExtendFreeze(id, end, "not fixed", "usr_sre"), now);
    }
}
