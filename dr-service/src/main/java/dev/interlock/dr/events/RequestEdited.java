package dev.interlock.dr.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole of the deployment request as it is from now on.
 *
 * @param hashedChange true when approvals of older revisions no longer count
 * @param notes null = none
 * @param slotRevisions per slot the oldest revision whose approvals count; null = this revision for
 *     all after a hashed change, else as before
 */
public record RequestEdited(
        String dr,
        String title,
        @Nullable String description,
        String editor,
        int revision,
        String contentHash,
        Contents contents,
        boolean hashedChange,
        @Nullable Notes notes,
        @Nullable Map<String, Integer> slotRevisions)
        implements RequestEvent {

    /** Without notes, and with the policy that every hashed change concerns all slots. */
    public RequestEdited(
            String dr,
            String title,
            @Nullable String description,
            String editor,
            int revision,
            String contentHash,
            Contents contents,
            boolean hashedChange) {
        this(
                dr,
                title,
                description,
                editor,
                revision,
                contentHash,
                contents,
                hashedChange,
                null,
                null);
    }
}
