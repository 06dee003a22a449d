package dev.interlock.dr.domain;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;

/**
 * How people's spellings become identities. {@code API-Service} must not slip past a rule for
 * {@code api-service}, so product and environment names are folded; versions keep their case.
 */
public final class Names {

    public static final int PRODUCT_LENGTH = 255;
    public static final int VERSION_LENGTH = 100;
    public static final int ENVIRONMENT_LENGTH = 100;

    private Names() {}

    public static String product(String spelling) {
        return version(spelling).toLowerCase(Locale.ROOT);
    }

    public static String environment(String spelling) {
        return product(spelling);
    }

    public static String version(String spelling) {
        return Normalizer.normalize(spelling, Form.NFKC).strip();
    }

    /** What is wrong with a normalised name; empty when nothing is. */
    public static Optional<String> objection(String name, int longest) {
        return lineObjection(name, longest)
                .or(
                        () ->
                                name.codePoints().anyMatch(Names::invisible)
                                        ? Optional.of("contains an invisible character")
                                        : Optional.empty());
    }

    /** What is wrong with a line of text; empty when nothing is. */
    public static Optional<String> lineObjection(String line, int longest) {
        if (line.isEmpty()) {
            return Optional.of("is required");
        }
        int length = line.codePointCount(0, line.length());
        if (length > longest) {
            return Optional.of("is " + length + " characters long (expected: <= " + longest + ")");
        }
        return line.codePoints().anyMatch(Names::unprintable)
                ? Optional.of("contains a control character or line break")
                : Optional.empty();
    }

    /** As {@link #objection}, and no character that separates names in addresses and ids. */
    public static Optional<String> environmentObjection(String name) {
        return objection(name, ENVIRONMENT_LENGTH)
                .or(
                        () ->
                                name.contains("@") || name.contains("/")
                                        ? Optional.of("contains '@' or '/'")
                                        : Optional.empty());
    }

    /** Two names that look alike must not be two names. */
    private static boolean invisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT;
    }

    /** True for what no line of text may hold: controls, line breaks, halves of a character. */
    private static boolean unprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}
