package dev.interlock.contracts.approval;

/** {@code person.identity_bound}: signed in by an OpenID provider for the first time. */
public record IdentityBoundV1(String person, String issuer) implements ApprovalMessage {}
