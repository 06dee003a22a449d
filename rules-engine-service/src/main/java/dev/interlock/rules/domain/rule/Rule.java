package dev.interlock.rules.domain.rule;

import org.jspecify.annotations.Nullable;

/**
 * One version of a rule, as the gate applies it.
 *
 * @param kind null when the stored definition cannot be read: the rule then fails, it is never
 *     skipped
 */
public record Rule(
        String id, String name, int version, Mode mode, Scope scope, @Nullable RuleKind kind) {

    public enum Mode {
        ENFORCE,
        REPORT_ONLY,
        DISABLED
    }

    /** A rule of which nothing is known but that it exists: it fails everywhere. */
    public static Rule unreadable(String id) {
        return new Rule(id, id, 0, Mode.ENFORCE, Scope.EVERYWHERE, null);
    }

    public Rule becomeUnreadable() {
        return new Rule(id, name, version, mode, scope, null);
    }
}
