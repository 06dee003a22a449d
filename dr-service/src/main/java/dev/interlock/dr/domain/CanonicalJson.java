package dev.interlock.dr.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One JSON text for one value, as RFC 8785 (JCS) writes it: keys in the order of their UTF-16
 * units, no space, the shortest escapes. Numbers are whole.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(Object value) {
        var json = new StringBuilder();
        write(json, value);
        return json.toString();
    }

    private static void write(StringBuilder json, Object value) {
        switch (value) {
            case String text -> string(json, text);
            case Integer number -> json.append(number.intValue());
            case Boolean truth -> json.append(truth.booleanValue());
            case List<?> list -> {
                json.append('[');
                for (int i = 0; i < list.size(); i++) {
                    json.append(i == 0 ? "" : ",");
                    write(json, list.get(i));
                }
                json.append(']');
            }
            case Map<?, ?> map -> {
                json.append('{');
                var sorted = new TreeMap<String, Object>();
                map.forEach((key, member) -> sorted.put((String) key, member));
                var separator = "";
                for (var member : sorted.entrySet()) {
                    json.append(separator);
                    string(json, member.getKey());
                    json.append(':');
                    write(json, member.getValue());
                    separator = ",";
                }
                json.append('}');
            }
            default -> throw new IllegalArgumentException("no JSON: " + value.getClass());
        }
    }

    private static void string(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> json.append(c < ' ' ? "\\u%04x".formatted((int) c) : c);
            }
        }
        json.append('"');
    }
}
