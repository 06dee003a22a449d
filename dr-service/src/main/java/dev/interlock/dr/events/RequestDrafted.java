package dev.interlock.dr.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deployment request was begun, as a draft.
 *
 * @param author opaque id of a person, or of a key where no person acted
 * @param draftedAt by our clock
 */
public record RequestDrafted(
        String dr,
        String title,
        @Nullable String description,
        String author,
        int revision,
        String contentHash,
        Contents contents,
        Instant draftedAt)
        implements RequestEvent {}
