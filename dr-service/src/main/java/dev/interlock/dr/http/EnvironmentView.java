package dev.interlock.dr.http;

import dev.interlock.dr.domain.Environment;
import dev.interlock.edge.Problem;
import java.util.List;

/**
 * An environment as the API shows it.
 *
 * @param separationOfDuties whether authors, editors, builders and deployers are kept from
 *     approving what goes there
 */
public record EnvironmentView(
        String id,
        String name,
        String type,
        String mode,
        String timeZone,
        List<String> aliases,
        boolean separationOfDuties) {

    /**
     * @throws Problem 404 for one that does not exist
     */
    public static EnvironmentView of(String name, Environment environment) {
        return switch (environment) {
            case Environment.Unknown _ -> throw Problem.notFound("environment " + name);
            case Environment.Registered known -> of(known);
        };
    }

    public static EnvironmentView of(Environment.Registered known) {
        return new EnvironmentView(
                known.id(),
                known.name(),
                known.type(),
                known.mode(),
                known.timeZone(),
                known.aliases(),
                known.separatesDuties());
    }
}
