package dev.interlock.contracts.dr;

/** {@code dr.activated}: approvers are asked from now on. */
public record DeploymentRequestActivatedV1(String dr, int revision, String contentHash)
        implements DrMessage {}
