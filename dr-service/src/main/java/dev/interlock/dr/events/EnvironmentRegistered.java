package dev.interlock.dr.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that versions are deployed to; names are folded.
 *
 * @param separationOfDuties null = as is usual for the type
 */
public record EnvironmentRegistered(
        String environment,
        String environmentId,
        String type,
        String mode,
        String timeZone,
        List<String> aliases,
        @Nullable Boolean separationOfDuties)
        implements EnvironmentEvent {}
