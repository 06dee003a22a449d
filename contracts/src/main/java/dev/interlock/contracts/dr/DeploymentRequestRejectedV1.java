package dev.interlock.contracts.dr;

/**
 * {@code dr.rejected}: a rejection on a veto slot took effect.
 *
 * @param rejectionId the rejecting event's id in the source {@code approval}
 */
public record DeploymentRequestRejectedV1(String dr, String slot, String rejectionId)
        implements DrMessage {}
