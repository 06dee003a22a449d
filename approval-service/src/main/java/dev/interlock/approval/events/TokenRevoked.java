package dev.interlock.approval.events;

/** The token is refused from now on, for good. */
public record TokenRevoked(String token) implements TokenEvent {}
