package dev.interlock.approval.events;

/**
 * Whoever this issuer calls so is this person, for good.
 *
 * @param issuer of an OpenID provider
 * @param subject its opaque id of the person
 */
public record IdentityBound(String person, String issuer, String subject) implements PersonEvent {}
