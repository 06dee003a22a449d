package dev.interlock.contracts.dr;

/**
 * {@code dr.edited}: the whole contents as they are from now on.
 *
 * @param hashedChange true when approvals of older revisions no longer count
 */
public record DeploymentRequestEditedV1(
        String dr,
        String title,
        String editor,
        int revision,
        String contentHash,
        DrContents contents,
        boolean hashedChange)
        implements DrMessage {}
