package dev.interlock.rules.http;

import dev.interlock.edge.Violations;
import dev.interlock.rules.domain.facts.Labels;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How spellings become identities: the same folding as the owner of the names. */
public final class Names {

    private static final int PRODUCT = 255;
    private static final int VERSION = 100;
    private static final int ENVIRONMENT = 100;
    private static final int LABEL_VALUE = 255;
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    private Names() {}

    public static String product(String pointer, @Nullable String spelling, Violations violations) {
        return violations.line(pointer, normal(spelling), PRODUCT).toLowerCase(Locale.ROOT);
    }

    public static String version(String pointer, @Nullable String spelling, Violations violations) {
        return violations.line(pointer, normal(spelling), VERSION);
    }

    public static String environment(
            String pointer, @Nullable String spelling, Violations violations) {
        var name = violations.line(pointer, normal(spelling), ENVIRONMENT).toLowerCase(Locale.ROOT);
        violations.expect(
                name.indexOf('@') < 0 && name.indexOf('/') < 0, pointer, "contains '@' or '/'");
        return name;
    }

    /** {@code name}, or {@code name:value}; folded as the labels of products are. */
    public static String label(String pointer, @Nullable String spelling, Violations violations) {
        var given = normal(spelling);
        int colon = given == null ? -1 : given.indexOf(':');
        var named = given == null || colon < 0 ? given : given.substring(0, colon);
        var name =
                violations
                        .line(pointer, named, PRODUCT)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[\\s-]+", "_");
        violations.expect(
                name.isEmpty() || LABEL.matcher(name).matches(),
                pointer,
                "is not a label (expected: name or name:value, the name of letters, digits and '_',"
                        + " at most 50)");
        return given == null || colon < 0
                ? name
                : Labels.word(
                        name, violations.line(pointer, given.substring(colon + 1), LABEL_VALUE));
    }

    private static @Nullable String normal(@Nullable String spelling) {
        return spelling == null ? null : Normalizer.normalize(spelling, Form.NFKC).strip();
    }
}
