package dev.interlock.dr.domain;

import dev.interlock.dr.events.EnvironmentChanged;
import dev.interlock.dr.events.EnvironmentEvent;
import dev.interlock.dr.events.EnvironmentRegistered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place that versions are deployed to. */
public sealed interface Environment {

    String PRODUCTION = "production";
    List<String> TYPES = List.of("development", "test", "staging", PRODUCTION);
    String ENFORCE = "enforce";
    String REPORT_ONLY = "report_only";
    List<String> MODES = List.of(ENFORCE, REPORT_ONLY);

    record Unknown() implements Environment {}

    /**
     * @param type one of {@link #TYPES}
     * @param mode one of {@link #MODES}
     * @param timeZone IANA name
     * @param aliases other folded names that mean this environment
     * @param separationOfDuties null = as is usual for the type
     */
    record Registered(
            String name,
            String id,
            String type,
            String mode,
            String timeZone,
            List<String> aliases,
            @Nullable Boolean separationOfDuties)
            implements Environment {

        /** Whether authors, editors, builders and deployers are kept from approving. */
        public boolean separatesDuties() {
            return separationOfDuties == null ? type.equals(PRODUCTION) : separationOfDuties;
        }
    }

    default Environment evolve(EnvironmentEvent event) {
        return switch (event) {
            case EnvironmentRegistered(
                            var name,
                            var id,
                            var type,
                            var mode,
                            var zone,
                            var others,
                            var separation) ->
                    new Registered(name, id, type, mode, zone, others, separation);
            case EnvironmentChanged(
                            var name,
                            var type,
                            var mode,
                            var zone,
                            var others,
                            var separation) ->
                    new Registered(
                            name, Ids.environment(name), type, mode, zone, others, separation);
        };
    }
}
