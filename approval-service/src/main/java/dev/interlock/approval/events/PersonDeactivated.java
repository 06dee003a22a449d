package dev.interlock.approval.events;

/**
 * The person can no longer sign in; none of their tokens is accepted, and no role does anything.
 */
public record PersonDeactivated(String person) implements PersonEvent {}
