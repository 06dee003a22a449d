package dev.interlock.rules.icalendar;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of RFC 5545, section 3.1, unfolded.
 *
 * @param number of the first line it was written on, from 1
 * @param name upper case
 * @param parameters by name, in upper case; values without quotes
 */
record ContentLine(int number, String name, Map<String, String> parameters, String value) {

    /** Null for what is no content line. */
    static @Nullable ContentLine read(int number, String text) {
        int at = word(text, 0);
        if (at == 0) {
            return null;
        }
        var name = text.substring(0, at).toUpperCase(Locale.ROOT);
        var parameters = new TreeMap<String, String>();
        while (at < text.length() && text.charAt(at) == ';') {
            int begins = at + 1;
            int equals = word(text, begins);
            if (equals == begins || equals == text.length() || text.charAt(equals) != '=') {
                return null;
            }
            int end = parameter(text, equals + 1);
            var parameter = text.substring(begins, equals).toUpperCase(Locale.ROOT);
            var given = text.substring(equals + 1, end).replace("\"", "");
            if (parameters.put(parameter, given) != null) {
                return null;
            }
            at = end;
        }
        return at < text.length() && text.charAt(at) == ':'
                ? new ContentLine(number, name, parameters, text.substring(at + 1))
                : null;
    }

    private static int word(String text, int from) {
        int at = from;
        while (at < text.length() && isOfWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isOfWord(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-';
    }

    /** Where the values of a parameter end; the length of the text if a quote is not closed. */
    private static int parameter(String text, int from) {
        boolean quoted = false;
        int at = from;
        while (at < text.length()
                && (quoted || (text.charAt(at) != ';' && text.charAt(at) != ':'))) {
            quoted ^= text.charAt(at) == '"';
            at++;
        }
        return at;
    }
}
