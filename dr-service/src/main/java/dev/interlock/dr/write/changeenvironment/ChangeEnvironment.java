package dev.interlock.dr.write.changeenvironment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is null stays as it is. */
public record ChangeEnvironment(
        String name,
        @Nullable String type,
        @Nullable String mode,
        @Nullable String timeZone,
        @Nullable List<String> aliases,
        @Nullable Boolean separationOfDuties) {}
