package dev.interlock.contracts.approval;

/** {@code person.registered}: somebody who can act. Names stay in the owner's store. */
public record PersonRegisteredV1(String person) implements ApprovalMessage {}
