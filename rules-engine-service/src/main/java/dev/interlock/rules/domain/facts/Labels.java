package dev.interlock.rules.domain.facts;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The labels of a product.
 *
 * @param byName in the order of names
 * @param words what a scope may call them, sorted: {@code name} and {@code name:value} of each
 */
public record Labels(Map<String, String> byName, List<String> words) {

    public static final Labels NONE = of(Map.of());

    public static Labels of(Map<String, String> byName) {
        var words = new TreeSet<String>();
        byName.forEach(
                (name, value) -> {
                    words.add(name);
                    words.add(word(name, value));
                });
        return new Labels(Collections.unmodifiableMap(new TreeMap<>(byName)), List.copyOf(words));
    }

    /** A label with this very value. */
    public static String word(String name, String value) {
        return name + ":" + value;
    }
}
