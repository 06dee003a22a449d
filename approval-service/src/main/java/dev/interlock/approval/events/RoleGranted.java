package dev.interlock.approval.events;

/** The person holds the role from now on. */
public record RoleGranted(String person, String role) implements PersonEvent {}
