package dev.interlock.contracts.approval;

/** {@code person.role_revoked}. */
public record RoleRevokedV1(String person, String role) implements ApprovalMessage {}
