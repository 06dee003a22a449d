package dev.interlock.notification.facts;

/**
 * An override as far as people are told of it.
 *
 * @param requestedBy opaque id
 */
public record KnownOverride(
        String override,
        String product,
        String version,
        String environment,
        String reason,
        String incidentUrl,
        String requestedBy) {}
