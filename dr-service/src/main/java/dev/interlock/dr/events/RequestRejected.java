package dev.interlock.dr.events;

/**
 * A rejection on a veto slot took effect.
 *
 * @param rejectionId the rejecting event's id in the source {@code approval}
 */
public record RequestRejected(String dr, String slot, String rejectionId) implements RequestEvent {}
