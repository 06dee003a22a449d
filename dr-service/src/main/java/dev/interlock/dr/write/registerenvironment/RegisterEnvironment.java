package dev.interlock.dr.write.registerenvironment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param separationOfDuties null = as is usual for the type
 * @param firstSight true when a report only named it: then being there already is fine
 */
public record RegisterEnvironment(
        String name,
        String type,
        String mode,
        String timeZone,
        List<String> aliases,
        @Nullable Boolean separationOfDuties,
        boolean firstSight) {

    /**
     * As a name nobody has registered is taken in: it governs nothing, and is governed by nothing.
     */
    public static RegisterEnvironment atFirstSight(String name) {
        return new RegisterEnvironment(
                name, "development", "report_only", "UTC", List.of(), null, true);
    }
}
