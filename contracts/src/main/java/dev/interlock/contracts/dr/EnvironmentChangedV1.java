package dev.interlock.contracts.dr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code environment.changed}: the whole of the environment as it is from now on.
 *
 * @param separationOfDuties whether it applies there; null = as is usual for the type: on for
 *     production, else off
 */
public record EnvironmentChangedV1(
        String environment,
        String type,
        String mode,
        String timeZone,
        List<String> aliases,
        @Nullable Boolean separationOfDuties)
        implements DrMessage {

    /** With no more than every one says. */
    public EnvironmentChangedV1(
            String environment, String type, String mode, String timeZone, List<String> aliases) {
        this(environment, type, mode, timeZone, aliases, null);
    }
}
