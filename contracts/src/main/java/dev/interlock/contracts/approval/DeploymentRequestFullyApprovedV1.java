package dev.interlock.contracts.approval;

/** {@code dr.fully_approved}: every required slot is filled for this revision. */
public record DeploymentRequestFullyApprovedV1(String dr, int revision, String contentHash)
        implements ApprovalMessage {}
