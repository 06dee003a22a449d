package dev.interlock.contracts.dr;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code dr.created}: a draft.
 *
 * @param requestExpiresAt until when its required slots must be filled (exclusive); null = for ever
 * @param plannedAt when its author means to deploy; null if not said
 * @param links null = none
 * @param labels null = none
 * @param template null if made from none
 * @param supersedes the deployment request it takes the place of; null = none
 */
public record DeploymentRequestCreatedV1(
        String dr,
        String title,
        String author,
        int revision,
        String contentHash,
        DrContents contents,
        @Nullable Instant requestExpiresAt,
        @Nullable Instant plannedAt,
        @Nullable List<DrLink> links,
        @Nullable Map<String, String> labels,
        @Nullable TemplateRef template,
        @Nullable String supersedes)
        implements DrMessage {

    /** With no more than every one says. */
    public DeploymentRequestCreatedV1(
            String dr,
            String title,
            String author,
            int revision,
            String contentHash,
            DrContents contents) {
        this(
                dr,
                title,
                author,
                revision,
                contentHash,
                contents,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
