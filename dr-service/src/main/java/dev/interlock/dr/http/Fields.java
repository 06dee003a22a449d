package dev.interlock.dr.http;

import dev.interlock.dr.domain.Names;
import dev.interlock.edge.Violations;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields that several bodies have; what is wrong goes to the violations. */
public final class Fields {

    private static final int DESCRIPTION_LENGTH = 20_000;
    private static final int LINE_LENGTH = 2_000;
    private static final int LABEL_LENGTH = 255;
    private static final int MOST_LABELS = 50;
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    private final Violations violations;

    public Fields(Violations violations) {
        this.violations = violations;
    }

    /** The folded name; empty if it is not valid. */
    public String product(String pointer, @Nullable String spelling) {
        var name = Names.product(spelling == null ? "" : spelling);
        return checked(pointer, name, Names.objection(name, Names.PRODUCT_LENGTH));
    }

    /** The folded name; empty if it is not valid. */
    public String environment(String pointer, @Nullable String spelling) {
        var name = Names.environment(spelling == null ? "" : spelling);
        return checked(pointer, name, Names.environmentObjection(name));
    }

    /** The normalised name; empty if it is not valid. */
    public String version(String pointer, @Nullable String spelling) {
        var name = Names.version(spelling == null ? "" : spelling);
        return checked(pointer, name, Names.objection(name, Names.VERSION_LENGTH));
    }

    /** A folded identifier such as {@code code_review}; empty if it is not valid. */
    public String word(String pointer, @Nullable String spelling) {
        if (spelling != null
                && !spelling.isBlank()
                && Names.lineObjection(spelling.strip(), LINE_LENGTH).isPresent()) {
            violations.add(pointer, "is not one line of text");
            return "";
        }
        var word =
                Names.version(spelling == null ? "" : spelling)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[\\s-]+", "_");
        if (word.isEmpty()) {
            violations.add(pointer, "is required");
            return "";
        }
        return checked(
                pointer,
                word,
                WORD.matcher(word).matches()
                        ? Optional.empty()
                        : Optional.of("is not a word of letters, digits and '_' (at most 50)"));
    }

    /** One optional line of text, at most {@value #LINE_LENGTH} long. */
    public @Nullable String line(String pointer, @Nullable String text) {
        return line(pointer, text, LINE_LENGTH);
    }

    public @Nullable String line(String pointer, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var line = text.strip();
        return checked(pointer, line, Names.lineObjection(line, longest));
    }

    /** Optional text of several lines, at most {@value #DESCRIPTION_LENGTH} long. */
    public @Nullable String text(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        violations.expect(
                length <= DESCRIPTION_LENGTH,
                pointer,
                "is " + length + " characters long (expected: <= " + DESCRIPTION_LENGTH + ")");
        violations.expect(
                text.codePoints().allMatch(Fields::printable),
                pointer,
                "contains a control character");
        return text;
    }

    private static boolean printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** The list itself, or nothing if there is none or it is too long. */
    public <T extends @Nullable Object> List<T> bounded(
            String pointer, @Nullable List<T> list, int most) {
        if (list == null) {
            return List.of();
        }
        if (list.size() > most) {
            violations.add(pointer, "has " + list.size() + " entries (expected: <= " + most + ")");
            return List.of();
        }
        return list;
    }

    /** Folded identifiers, in the order given. */
    public List<String> words(String pointer, @Nullable List<@Nullable String> names, int most) {
        var words = new ArrayList<String>();
        var given = this.<@Nullable String>bounded(pointer, names, most);
        for (int i = 0; i < given.size(); i++) {
            words.add(word(pointer + "/" + i, given.get(i)));
        }
        return List.copyOf(words);
    }

    /**
     * By name, as {@link #word} folds it; what is wrong is reported below {@code /labels}.
     *
     * @param given null = none
     */
    public Map<String, String> labels(@Nullable Map<String, @Nullable String> given) {
        var labels = new TreeMap<String, String>();
        if (given == null) {
            return labels;
        }
        if (given.size() > MOST_LABELS) {
            violations.add(
                    "/labels",
                    "has " + given.size() + " entries (expected: <= " + MOST_LABELS + ")");
            return labels;
        }
        given.forEach(
                (name, value) -> {
                    var at = "/labels/" + name.replace("~", "~0").replace("/", "~1");
                    var other =
                            labels.put(word(at, name), violations.line(at, value, LABEL_LENGTH));
                    violations.expect(other == null, at, "is the same name as another, folded");
                });
        return labels;
    }

    /** The number, or the least one if none is given. */
    public int number(String pointer, @Nullable Integer given, int least, int most) {
        int number = given == null ? least : given;
        violations.expect(
                number >= least && number <= most,
                pointer,
                "is " + number + " (expected: " + least + " to " + most + ")");
        return number;
    }

    public String oneOf(String pointer, @Nullable String given, List<String> words) {
        if (given == null) {
            violations.add(pointer, "is required");
            return "";
        }
        violations.expect(
                words.contains(given), pointer, "is not one of " + String.join(", ", words));
        return given;
    }

    /** An optional environment, by its registered name, out of those given. */
    public @Nullable String target(
            String pointer, @Nullable String spelling, List<String> targets) {
        if (spelling == null) {
            return null;
        }
        var name = environment(pointer, spelling);
        violations.expect(
                name.isEmpty() || targets.contains(name),
                pointer,
                "is no target of the deployment request");
        return name;
    }

    /** An optional positive ISO 8601 duration; a day is 24 hours. */
    public @Nullable Duration duration(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var duration = Duration.parse(text.strip());
            violations.expect(
                    duration.isPositive() && duration.compareTo(LONGEST) <= 0,
                    pointer,
                    "is not between PT1S and " + LONGEST.toDays() + " days");
            return duration;
        } catch (DateTimeParseException e) {
            violations.add(pointer, "is no ISO 8601 duration such as PT8H or P7D");
            return null;
        }
    }

    public String webAddress(String pointer, @Nullable String text) {
        return violations.webAddress(pointer, text, LINE_LENGTH);
    }

    private String checked(String pointer, String name, Optional<String> objection) {
        objection.ifPresent(detail -> violations.add(pointer, detail));
        return objection.isPresent() ? "" : name;
    }
}
