package dev.interlock.rules.domain.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * A registered environment.
 *
 * @param name folded name
 * @param type {@code development}, {@code test}, {@code staging} or {@code production}
 * @param enforces false = report-only
 * @param aliases other folded names that mean this environment
 */
public record Environment(String name, String type, boolean enforces, List<String> aliases) {

    public Environment {
        aliases = List.copyOf(aliases);
    }

    /** Separation of duties is on by default for production alone. */
    public boolean separatesDuties() {
        return type.equals("production");
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
