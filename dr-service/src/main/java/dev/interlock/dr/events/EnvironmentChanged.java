package dev.interlock.dr.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole of the environment as it is from now on.
 *
 * @param separationOfDuties null = as is usual for the type
 */
public record EnvironmentChanged(
        String environment,
        String type,
        String mode,
        String timeZone,
        List<String> aliases,
        @Nullable Boolean separationOfDuties)
        implements EnvironmentEvent {}
