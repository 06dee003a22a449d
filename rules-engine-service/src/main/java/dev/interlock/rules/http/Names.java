package dev.interlock.rules.http;

import dev.interlock.edge.Violations;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How spellings become identities: the same folding as the owner of the names. */
public final class Names {

    private static final int PRODUCT = 255;
    private static final int VERSION = 100;
    private static final int ENVIRONMENT = 100;

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

    private static @Nullable String normal(@Nullable String spelling) {
        return spelling == null ? null : Normalizer.normalize(spelling, Form.NFKC).strip();
    }
}
