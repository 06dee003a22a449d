package dev.interlock.dr.events;

/** Approvers are asked from now on. */
public record RequestActivated(String dr, int revision, String contentHash)
        implements RequestEvent {}
