package dev.interlock.approval.events;

/** The person can sign in again, with the roles and tokens they had. */
public record PersonReactivated(String person) implements PersonEvent {}
