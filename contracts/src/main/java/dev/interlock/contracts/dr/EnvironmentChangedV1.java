package dev.interlock.contracts.dr;

import java.util.List;

/** {@code environment.changed}: the whole of the environment as it is from now on. */
public record EnvironmentChangedV1(
        String environment, String type, String mode, String timeZone, List<String> aliases)
        implements DrMessage {}
