package dev.interlock.dr.http;

import dev.interlock.dr.domain.Zones;
import dev.interlock.edge.Violations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an environment; null stays null. */
public final class EnvironmentFields {

    private static final int MOST_ALIASES = 20;

    private final Violations violations;
    private final Fields fields;

    public EnvironmentFields(Violations violations) {
        this.violations = violations;
        this.fields = new Fields(violations);
    }

    public @Nullable String oneOf(String pointer, @Nullable String value, List<String> words) {
        violations.expect(
                value == null || words.contains(value),
                pointer,
                "is not one of " + String.join(", ", words));
        return value;
    }

    public @Nullable String zone(@Nullable String zone) {
        violations.expect(
                zone == null || Zones.valid(zone),
                "/time_zone",
                "is not an IANA time zone such as Europe/Berlin, nor UTC");
        return zone;
    }

    public @Nullable List<String> aliases(String name, @Nullable List<@Nullable String> spellings) {
        if (spellings == null) {
            return null;
        }
        violations.expect(
                spellings.size() <= MOST_ALIASES,
                "/aliases",
                "has " + spellings.size() + " entries (expected: <= " + MOST_ALIASES + ")");
        var aliases = new ArrayList<String>();
        for (int i = 0; i < Math.min(spellings.size(), MOST_ALIASES); i++) {
            var pointer = "/aliases/" + i;
            var alias = fields.environment(pointer, spellings.get(i));
            violations.expect(
                    alias.isEmpty() || !alias.equals(name) && !aliases.contains(alias),
                    pointer,
                    "is named twice");
            aliases.add(alias);
        }
        return List.copyOf(aliases);
    }
}
