package dev.interlock.contracts.approval;

/** {@code person.role_granted}. */
public record RoleGrantedV1(String person, String role) implements ApprovalMessage {}
