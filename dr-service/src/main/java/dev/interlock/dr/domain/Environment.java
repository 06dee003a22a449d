package dev.interlock.dr.domain;

import dev.interlock.dr.events.EnvironmentChanged;
import dev.interlock.dr.events.EnvironmentEvent;
import dev.interlock.dr.events.EnvironmentRegistered;
import java.util.List;

/** A place that versions are deployed to. */
public sealed interface Environment {

    List<String> TYPES = List.of("development", "test", "staging", "production");
    String ENFORCE = "enforce";
    String REPORT_ONLY = "report_only";
    List<String> MODES = List.of(ENFORCE, REPORT_ONLY);

    record Unknown() implements Environment {}

    /**
     * @param type one of {@link #TYPES}
     * @param mode one of {@link #MODES}
     * @param timeZone IANA name
     * @param aliases other folded names that mean this environment
     */
    record Registered(
            String name, String id, String type, String mode, String timeZone, List<String> aliases)
            implements Environment {}

    default Environment evolve(EnvironmentEvent event) {
        return switch (event) {
            case EnvironmentRegistered(
                            var name,
                            var id,
                            var type,
                            var mode,
                            var zone,
                            var others) ->
                    new Registered(name, id, type, mode, zone, others);
            case EnvironmentChanged(var name, var type, var mode, var zone, var others) ->
                    new Registered(name, Ids.environment(name), type, mode, zone, others);
        };
    }
}
