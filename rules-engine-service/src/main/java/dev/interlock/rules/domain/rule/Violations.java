package dev.interlock.rules.domain.rule;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with submitted or stored data, field by field. */
public final class Violations {

    /**
     * @param pointer JSON pointer to the field
     */
    public record Violation(String pointer, String detail) {}

    /** How far ahead the gate looks: SPEC 4, one year. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final int LONGEST_NAME = 255;
    private static final String NAME =
            "expected: one line of 1 to %d characters".formatted(LONGEST_NAME);

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

    /** As the owners of names bound them: SPEC 6 has at most 255 characters for a product. */
    private static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl);
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
            if (list.get(i) instanceof String text && isName(text)) {
                strings.add(text.strip());
            } else {
                add("/" + field + "/" + i, NAME);
            }
        }
        return strings;
    }

    /** Folded as their owner folds names of environments and products; refuses an empty list. */
    List<String> someNames(Map<String, Object> object, String field) {
        var names =
                strings(object, field).stream()
                        .map(name -> Normalizer.normalize(name, Form.NFKC).strip())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
        if (names.isEmpty() && found.stream().noneMatch(v -> v.pointer().startsWith("/" + field))) {
            add("/" + field, "is required (expected: a list of at least one name)");
        }
        return names;
    }

    /** Words such as types and kinds, folded as their owners fold them; each once, sorted. */
    List<String> words(Map<String, Object> object, String field) {
        return strings(object, field).stream().map(Violations::word).distinct().sorted().toList();
    }

    static String word(String text) {
        return Normalizer.normalize(text, Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]+", "_");
    }

    /** Folded; null if it is missing or no text. */
    @Nullable String name(Map<String, Object> object, String field) {
        var value = object.get(field);
        if (value instanceof String text && isName(text)) {
            return Normalizer.normalize(text, Form.NFKC).strip().toLowerCase(Locale.ROOT);
        }
        if (value != null) {
            add("/" + field, NAME);
        }
        return null;
    }

    String oneOf(Map<String, Object> object, String field, String usual, Set<String> words) {
        var value = object.get(field);
        if (value == null) {
            return usual;
        }
        if (!(value instanceof String text && words.contains(text))) {
            add(
                    "/" + field,
                    value + " (expected: one of " + String.join(", ", sorted(words)) + ")");
            return usual;
        }
        return text;
    }

    /**
     * An ISO 8601 duration of days, hours, minutes and seconds, a day being 24 hours (SPEC 11);
     * null if it is missing or wrong.
     */
    @Nullable Duration duration(Map<String, Object> object, String field) {
        var value = object.get(field);
        if (value == null) {
            return null;
        }
        try {
            if (value instanceof String text) {
                var duration = Duration.parse(text);
                if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
                    return duration;
                }
            }
        } catch (DateTimeParseException e) {
            // answered below
        }
        add("/" + field, value + " (expected: a duration such as PT4H or P2D, up to P366D)");
        return null;
    }

    /** As {@link #duration}, and refuses its absence. */
    Duration someDuration(Map<String, Object> object, String field) {
        if (object.get(field) == null) {
            add("/" + field, "is required (expected: a duration such as PT4H or P2D)");
        }
        var duration = duration(object, field);
        return duration == null ? LONGEST : duration;
    }

    int number(Map<String, Object> object, String field, int usual, int most) {
        var value = object.get(field);
        if (value == null) {
            return usual;
        }
        if (value instanceof Integer number && number >= 1 && number <= most) {
            return number;
        }
        add("/" + field, value + " (expected: a whole number from 1 to " + most + ")");
        return usual;
    }

    boolean flag(Map<String, Object> object, String field) {
        var value = object.get(field);
        if (value != null && !(value instanceof Boolean)) {
            add("/" + field, value + " (expected: true or false)");
        }
        return Boolean.TRUE.equals(value);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
