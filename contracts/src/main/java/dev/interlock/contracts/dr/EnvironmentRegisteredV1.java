package dev.interlock.contracts.dr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code environment.registered}: a place that versions are deployed to.
 *
 * @param environment folded name, the environment's identity
 * @param environmentId stable opaque id
 * @param type {@code development}, {@code test}, {@code staging} or {@code production}
 * @param mode {@code enforce} or {@code report_only}
 * @param timeZone IANA name
 * @param aliases other folded names that mean this environment
 * @param separationOfDuties whether it applies there; null = as is usual for the type: on for
 *     production, else off
 */
public record EnvironmentRegisteredV1(
        String environment,
        String environmentId,
        String type,
        String mode,
        String timeZone,
        List<String> aliases,
        @Nullable Boolean separationOfDuties)
        implements DrMessage {

    /** With no more than every one says. */
    public EnvironmentRegisteredV1(
            String environment,
            String environmentId,
            String type,
            String mode,
            String timeZone,
            List<String> aliases) {
        this(environment, environmentId, type, mode, timeZone, aliases, null);
    }
}
