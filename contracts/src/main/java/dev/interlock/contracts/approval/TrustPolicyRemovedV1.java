package dev.interlock.contracts.approval;

/** {@code trust_policy.removed}: no token is accepted because of it any more. */
public record TrustPolicyRemovedV1(String policy) implements ApprovalMessage {}
