package dev.interlock.dr.events;

import java.util.List;

/** A place that versions are deployed to; names are folded. */
public record EnvironmentRegistered(
        String environment,
        String environmentId,
        String type,
        String mode,
        String timeZone,
        List<String> aliases)
        implements EnvironmentEvent {}
