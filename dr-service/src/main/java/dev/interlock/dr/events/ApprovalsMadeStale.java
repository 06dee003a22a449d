package dev.interlock.dr.events;

/** Approvals given for older revisions no longer count. */
public record ApprovalsMadeStale(String dr, int revision, String contentHash)
        implements RequestEvent {}
