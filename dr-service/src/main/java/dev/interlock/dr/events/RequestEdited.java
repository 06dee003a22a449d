package dev.interlock.dr.events;

import org.jspecify.annotations.Nullable;

/**
 * The whole of the deployment request as it is from now on.
 *
 * @param hashedChange true when approvals of older revisions no longer count
 */
public record RequestEdited(
        String dr,
        String title,
        @Nullable String description,
        String editor,
        int revision,
        String contentHash,
        Contents contents,
        boolean hashedChange)
        implements RequestEvent {}
