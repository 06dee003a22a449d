package dev.interlock.dr.write.cancelrequest;

import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.TimeToAnswer;
import org.jspecify.annotations.Nullable;

/**
 * @param expected the revision the actor has seen; null = whichever it is
 */
public record CancelRequest(
        String dr,
        Actor actor,
        @Nullable Integer expected,
        @Nullable String reason,
        TimeToAnswer time) {}
