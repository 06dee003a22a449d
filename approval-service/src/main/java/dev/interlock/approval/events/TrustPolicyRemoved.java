package dev.interlock.approval.events;

/** No token is accepted because of it any more. */
public record TrustPolicyRemoved(String policy) implements TrustPolicyEvent {}
