package dev.interlock.dr.write.editrequest;

import dev.interlock.dr.domain.Actor;
import dev.interlock.dr.domain.TimeToAnswer;
import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Notes;
import org.jspecify.annotations.Nullable;

/**
 * @param expected the revision the editor has seen; null = whichever it is
 */
public record EditRequest(
        String dr,
        Actor actor,
        @Nullable Integer expected,
        String title,
        @Nullable String description,
        Contents contents,
        Notes notes,
        TimeToAnswer time) {}
