package dev.interlock.dr.write.draftrequest;

import dev.interlock.dr.events.Contents;
import dev.interlock.dr.events.Notes;
import dev.interlock.dr.events.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record DraftRequest(
        String dr,
        String title,
        @Nullable String description,
        String author,
        Contents contents,
        Notes notes,
        Origin origin,
        Instant now) {}
