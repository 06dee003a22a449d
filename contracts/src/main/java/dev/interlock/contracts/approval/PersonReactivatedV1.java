package dev.interlock.contracts.approval;

/** {@code person.reactivated}: can act again, with the roles held before. */
public record PersonReactivatedV1(String person) implements ApprovalMessage {}
