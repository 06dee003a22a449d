package dev.interlock.contracts.dr;

/** {@code dr.created}: a draft. */
public record DeploymentRequestCreatedV1(
        String dr,
        String title,
        String author,
        int revision,
        String contentHash,
        DrContents contents)
        implements DrMessage {}
