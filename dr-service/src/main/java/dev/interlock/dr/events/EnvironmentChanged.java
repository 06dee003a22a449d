package dev.interlock.dr.events;

import java.util.List;

/** The whole of the environment as it is from now on. */
public record EnvironmentChanged(
        String environment, String type, String mode, String timeZone, List<String> aliases)
        implements EnvironmentEvent {}
