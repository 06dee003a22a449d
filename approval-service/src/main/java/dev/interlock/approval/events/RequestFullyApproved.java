package dev.interlock.approval.events;

/** The approval before this event filled the last required slot. */
public record RequestFullyApproved(String dr, int revision, String contentHash)
        implements ApprovalEvent {}
