package dev.interlock.dr.write.rejectrequest;

/**
 * @param rejectionId the rejecting event's id in the source {@code approval}
 */
public record RejectRequest(String dr, String slot, String rejectionId) {}
