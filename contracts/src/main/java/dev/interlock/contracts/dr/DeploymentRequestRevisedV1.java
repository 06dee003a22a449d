package dev.interlock.contracts.dr;

/**
 * {@code dr.revised}: a rejected one is a draft again; nothing decided on older revisions counts.
 *
 * @param reviser opaque id of who revised it
 */
public record DeploymentRequestRevisedV1(
        String dr, String reviser, int revision, String contentHash) implements DrMessage {}
