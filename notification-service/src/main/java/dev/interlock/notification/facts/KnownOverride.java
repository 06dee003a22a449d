package dev.interlock.notification.facts;

import org.jspecify.annotations.Nullable;

/**
 * An override as far as people are told of it.
 *
 * @param requestedBy opaque id
 * @param confirmedBy opaque id; null if nobody else stands for it
 */
public record KnownOverride(
        String override,
        String product,
        String version,
        String environment,
        String reason,
        String incidentUrl,
        String requestedBy,
        @Nullable String confirmedBy) {}
