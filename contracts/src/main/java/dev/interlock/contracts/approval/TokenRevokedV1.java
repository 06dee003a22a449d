package dev.interlock.contracts.approval;

/** {@code token.revoked}. */
public record TokenRevokedV1(String tokenId) implements ApprovalMessage {}
