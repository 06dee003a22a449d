package dev.interlock.dr.write.rejectrequest;

/**
 * @param rejectionId the rejecting event's id in the source {@code approval}
 * @param revision of the request that was rejected
 */
public record RejectRequest(String dr, String slot, String rejectionId, int revision) {}
