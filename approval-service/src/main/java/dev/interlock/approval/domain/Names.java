package dev.interlock.approval.domain;

import java.text.Normalizer;
import java.util.Locale;

/** How names of groups, products and environments are compared. */
public final class Names {

    private Names() {}

    /** Trimmed, in compatibility form and lower case; the same as where products are registered. */
    public static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
