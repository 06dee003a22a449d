package dev.interlock.dr.write.draftrequest;

import dev.interlock.dr.events.Contents;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record DraftRequest(
        String dr,
        String title,
        @Nullable String description,
        String author,
        Contents contents,
        Instant now) {}
