package dev.interlock.rules.domain.schedule;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a calendar may be called, so that its name can be part of an address. */
public final class CalendarName {

    public static final String EXPECTED = "a name of at most 63 letters, digits and -";

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private CalendarName() {}

    /** As it is known; null for what is no name of a calendar. */
    public static @Nullable String of(@Nullable Object spelling) {
        if (!(spelling instanceof String text) || text.length() > 255) {
            return null;
        }
        var name = Normalizer.normalize(text, Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return FORM.matcher(name).matches() ? name : null;
    }
}
