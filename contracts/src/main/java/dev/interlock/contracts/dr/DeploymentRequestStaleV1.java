package dev.interlock.contracts.dr;

/** {@code dr.stale}: approvals given for older revisions no longer count. */
public record DeploymentRequestStaleV1(String dr, int revision, String contentHash)
        implements DrMessage {}
