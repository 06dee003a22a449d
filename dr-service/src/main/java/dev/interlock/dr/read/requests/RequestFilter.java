package dev.interlock.dr.read.requests;

import dev.interlock.dr.http.Dispatch;
import dev.interlock.dr.http.Fields;
import dev.interlock.edge.Caller;
import dev.interlock.edge.Violations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which deployment requests are listed: those for which everything said is true.
 *
 * @param state null = any
 * @param environment a target, by its folded name; null = any
 * @param product of an item, folded; null = any
 * @param author opaque id; null = any
 * @param text in its id, title, description or release notes, in whatever case; null = any
 * @param labels all of these; empty = any
 * @param ids one of these; null = any
 */
record RequestFilter(
        @Nullable String state,
        @Nullable String environment,
        @Nullable String product,
        @Nullable String author,
        @Nullable String text,
        Map<String, String> labels,
        @Nullable List<String> ids) {

    private static final List<String> STATES =
            List.of("draft", "in_progress", "completed", "cancelled", "rejected", "expired");
    private static final String ME = "me";
    private static final int ID_LENGTH = 100;
    private static final int TEXT_LENGTH = 200;
    private static final int LABEL_LENGTH = 255;
    private static final int MOST_LABELS = 10;

    /**
     * Of what a caller asks for: names in any spelling, {@code me} as an author.
     *
     * @param labels each {@code name:value}
     * @param ids one of these; null = any
     * @throws dev.interlock.edge.Problem 422 naming every parameter that is wrong
     */
    static RequestFilter of(
            @Nullable String state,
            @Nullable String environment,
            @Nullable String product,
            @Nullable String author,
            @Nullable String text,
            List<String> labels,
            @Nullable List<String> ids,
            Caller caller) {
        var violations = new Violations();
        var fields = new Fields(violations);
        var filter =
                new RequestFilter(
                        state == null ? null : fields.oneOf("?state", state, STATES),
                        environment == null
                                ? null
                                : fields.environment("?environment", environment),
                        product == null ? null : fields.product("?product", product),
                        ME.equals(author)
                                ? Dispatch.actor(caller).id()
                                : fields.line("?author", author, ID_LENGTH),
                        fields.line("?q", text, TEXT_LENGTH),
                        labels(violations, fields, labels),
                        ids);
        violations.throwIfAny();
        return filter;
    }

    private static Map<String, String> labels(
            Violations violations, Fields fields, List<String> given) {
        var labels = new TreeMap<String, String>();
        for (var label : fields.bounded("?label", given, MOST_LABELS)) {
            int colon = label.indexOf(':');
            if (colon < 0) {
                violations.add("?label", "is not of the form name:value");
            } else {
                var name = fields.word("?label", label.substring(0, colon));
                var value = violations.line("?label", label.substring(colon + 1), LABEL_LENGTH);
                var other = labels.put(name, value);
                violations.expect(
                        other == null || other.equals(value),
                        "?label",
                        "asks for two values of " + name);
            }
        }
        return labels;
    }
}
