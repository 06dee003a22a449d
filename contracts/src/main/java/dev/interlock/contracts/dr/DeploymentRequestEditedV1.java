package dev.interlock.contracts.dr;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code dr.edited}: the whole contents as they are from now on.
 *
 * @param hashedChange true when approvals of older revisions no longer count
 * @param slotRevisions per slot the oldest revision whose approvals count; null = this revision for
 *     all after a hashed change, else as before
 * @param requestExpiresAt until when its required slots must be filled (exclusive); null = for ever
 * @param plannedAt when its author means to deploy; null if not said
 * @param links null = none
 * @param labels null = none
 */
public record DeploymentRequestEditedV1(
        String dr,
        String title,
        String editor,
        int revision,
        String contentHash,
        DrContents contents,
        boolean hashedChange,
        @Nullable Map<String, Integer> slotRevisions,
        @Nullable Instant requestExpiresAt,
        @Nullable Instant plannedAt,
        @Nullable List<DrLink> links,
        @Nullable Map<String, String> labels)
        implements DrMessage {

    /** With no more than every one says. */
    public DeploymentRequestEditedV1(
            String dr,
            String title,
            String editor,
            int revision,
            String contentHash,
            DrContents contents,
            boolean hashedChange) {
        this(
                dr,
                title,
                editor,
                revision,
                contentHash,
                contents,
                hashedChange,
                null,
                null,
                null,
                null,
                null);
    }
}
