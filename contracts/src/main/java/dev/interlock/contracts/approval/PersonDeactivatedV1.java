package dev.interlock.contracts.approval;

/** {@code person.deactivated}: can no longer act; no role does anything. */
public record PersonDeactivatedV1(String person) implements ApprovalMessage {}
