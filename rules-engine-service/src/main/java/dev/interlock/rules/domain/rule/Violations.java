package dev.interlock.rules.domain.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with submitted or stored data, field by field. */
public final class Violations {

    /**
     * @param pointer JSON pointer to the field
     */
    public record Violation(String pointer, String detail) {}

    private final List<Violation> found = new ArrayList<>();

    public void add(String pointer, String detail) {
        found.add(new Violation(pointer, detail));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Violation> all() {
        return List.copyOf(found);
    }

    void refuseUnknown(Map<String, Object> object, Set<String> known) {
        object.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> add("/" + key, "unknown field (known: " + sorted(known) + ")"));
    }

    List<String> strings(Map<String, Object> object, String field) {
        var value = object.get(field);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            add("/" + field, "expected: an array of strings");
            return List.of();
        }
        var strings = new ArrayList<String>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof String text && !text.isBlank()) {
                strings.add(text.strip());
            } else {
                add("/" + field + "/" + i, "expected: a non-empty string");
            }
        }
        return strings;
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
