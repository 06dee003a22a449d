package dev.interlock.dr.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deployment request was begun, as a draft.
 *
 * @param author opaque id of a person, or of a key where no person acted
 * @param draftedAt by our clock
 * @param notes null = none
 * @param origin null = a plain one
 */
public record RequestDrafted(
        String dr,
        String title,
        @Nullable String description,
        String author,
        int revision,
        String contentHash,
        Contents contents,
        Instant draftedAt,
        @Nullable Notes notes,
        @Nullable Origin origin)
        implements RequestEvent {

    /** A plain one without notes. */
    public RequestDrafted(
            String dr,
            String title,
            @Nullable String description,
            String author,
            int revision,
            String contentHash,
            Contents contents,
            Instant draftedAt) {
        this(
                dr,
                title,
                description,
                author,
                revision,
                contentHash,
                contents,
                draftedAt,
                null,
                null);
    }
}
