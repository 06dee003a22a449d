package dev.interlock.rules.domain.facts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered environment.
 *
 * @param name folded name
 * @param type {@code development}, {@code test}, {@code staging} or {@code production}
 * @param enforces false = report-only
 * @param aliases other folded names that mean this environment
 * @param separation whether duties are separated there; null = where the type is production
 */
public record Environment(
        String name,
        String type,
        boolean enforces,
        List<String> aliases,
        @Nullable Boolean separation) {

    public Environment {
        aliases = List.copyOf(aliases);
    }

    /** As is usual for the type. */
    public Environment(String name, String type, boolean enforces, List<String> aliases) {
        this(name, type, enforces, aliases, null);
    }

    /** On for production, else off, unless the environment says otherwise. */
    public boolean separatesDuties() {
        return separation == null ? type.equals("production") : separation;
    }

    public boolean isCalled(String other) {
        return name.equals(other) || aliases.contains(other);
    }

    /** The name, then the aliases. */
    public List<String> names() {
        if (aliases.isEmpty()) {
            return List.of(name);
        }
        var all = new ArrayList<String>(aliases.size() + 1);
        all.add(name);
        all.addAll(aliases);
        return all;
    }
}
