package dev.interlock.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Collects everything wrong with a body, so that a caller learns all of it at once. */
public final class Violations {

    private final List<Problem.Field> errors = new ArrayList<>();

    public Violations add(String pointer, String detail) {
        errors.add(new Problem.Field(pointer, detail));
        return this;
    }

    /** Adds the violation unless the expectation holds. */
    public Violations expect(boolean holds, String pointer, String detail) {
        return holds ? this : add(pointer, detail);
    }

    /**
     * Expects one line of text: present, not blank, without control characters, of at most the
     * given length in code points after stripping.
     *
     * @return the stripped text; empty if it is not valid
     */
    public String line(String pointer, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            add(pointer, "is required");
            return "";
        }
        return optionalLine(pointer, value, longest) instanceof String text ? text : "";
    }

    /** As {@link #line}, but null and blank are fine and give null. */
    public @Nullable String optionalLine(String pointer, @Nullable String value, int longest) {
        return optional(
                pointer,
                value,
                longest,
                Violations::breaksALine,
                "contains a control character or line break");
    }

    /**
     * Expects text of any number of lines; null and blank are fine and give null.
     *
     * @param longest in code points, after stripping
     */
    public @Nullable String optionalText(String pointer, @Nullable String value, int longest) {
        return optional(
                pointer, value, longest, Violations::isNoText, "contains a control character");
    }

    /**
     * As {@link #line}, for a web address: only what a browser opens without running it, so no
     * {@code javascript:}.
     */
    public String webAddress(String pointer, @Nullable String value, int longest) {
        String url = line(pointer, value, longest);
        expect(
                url.isEmpty() || isWebAddress(url),
                pointer,
                "is no http or https address with a host");
        return url;
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            return ("https".equalsIgnoreCase(uri.getScheme())
                            || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private @Nullable String optional(
            String pointer,
            @Nullable String value,
            int longest,
            IntPredicate forbidden,
            String complaint) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            add(pointer, "is %d characters long (expected: <= %d)".formatted(length, longest));
        }
        if (text.codePoints().anyMatch(forbidden)) {
            add(pointer, complaint);
        }
        return text;
    }

    /** True for control characters that are no white space, and for halves of a character. */
    private static boolean isNoText(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                || Character.getType(c) == Character.SURROGATE;
    }

    private static boolean breaksALine(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<Problem.Field> errors() {
        return List.copyOf(errors);
    }

    /**
     * @throws Problem 422 {@code VALIDATION_FAILED} if anything was added
     */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
