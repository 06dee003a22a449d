package dev.interlock.approval.http;

import dev.interlock.edge.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with a token, by the names that orders use. */
public final class TokenActions {

    private static final List<String> ALL =
            List.of("build", "deploy", "check", "read", "sign_off", "override");

    private TokenActions() {}

    /**
     * In one order and each once; adds what is wrong to the violations.
     *
     * @param actions null = none
     * @param required whether there must be one
     */
    public static List<String> check(
            @Nullable List<@Nullable String> actions, boolean required, Violations violations) {
        var asked = actions == null ? List.<@Nullable String>of() : actions;
        violations.expect(
                !required || !asked.isEmpty(),
                "/actions",
                "is required: some of " + String.join(", ", ALL));
        for (int i = 0; i < asked.size(); i++) {
            var action = asked.get(i);
            violations.expect(
                    action != null && ALL.contains(action),
                    "/actions/" + i,
                    action + " (expected: one of " + String.join(", ", ALL) + ")");
        }
        return ALL.stream().filter(asked::contains).toList();
    }
}
