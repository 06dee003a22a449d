package dev.interlock.approval.events;

/** The person no longer holds the role; what was decided with it stays decided. */
public record RoleRevoked(String person, String role) implements PersonEvent {}
