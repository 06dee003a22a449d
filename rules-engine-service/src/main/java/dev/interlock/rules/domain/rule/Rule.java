package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Environment;
import dev.interlock.rules.domain.facts.Records;
import dev.interlock.rules.domain.facts.Scope;
import dev.interlock.rules.domain.facts.Situation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule, as the gate applies it.
 *
 * @param kind null when the stored definition cannot be read: the rule then fails, it is never
 *     skipped
 */
public record Rule(
        String id,
        String name,
        int version,
        Mode mode,
        Scope scope,
        Applicability applicability,
        @Nullable RuleKind kind) {

    public enum Mode {
        ENFORCE,
        REPORT_ONLY,
        DISABLED
    }

    /** Whenever it is asked. */
    public Rule(
            String id, String name, int version, Mode mode, Scope scope, @Nullable RuleKind kind) {
        this(id, name, version, mode, scope, Applicability.ALWAYS, kind);
    }

    /** A rule of which nothing is known but that it exists: it fails everywhere. */
    public static Rule unreadable(String id) {
        return new Rule(id, id, 0, Mode.ENFORCE, Scope.EVERYWHERE, null);
    }

    /** What could not be read may have widened its scope, and enforced it: nothing is as it was. */
    public Rule becomeUnreadable() {
        return new Rule(id, name, version, Mode.ENFORCE, Scope.EVERYWHERE, null);
    }

    /** What cannot be read may say that nothing lifts it. */
    public boolean isOverridable() {
        return kind != null && applicability.overridable();
    }

    /**
     * Why it says nothing of this deployment, though its scope holds it; null if it applies. One
     * that cannot be read is never skipped, unless it is disabled.
     */
    public @Nullable String inapplicable(Situation situation) {
        if (mode == Mode.DISABLED) {
            return "the rule is disabled";
        }
        return kind == null ? null : applicability.inapplicable(situation);
    }

    /**
     * Is a product somewhere in the scope of those of the rules that demand this? One whose labels
     * cannot be read may be.
     */
    static boolean anyHolds(
            RuleKind kind, List<Rule> pool, String product, String environment, Records records) {
        var known = records.environment(environment);
        var where =
                known == null
                        ? new Environment(environment, "development", true, List.of())
                        : known;
        var labels =
                records.unreadable("product", product) == null ? records.labels(product) : null;
        return pool.stream()
                .filter(rule -> rule.kind() == kind)
                .anyMatch(rule -> rule.scope().holds(product, labels, where));
    }

    /** Does it apply, or will it as soon as its suspension has ended? */
    public boolean appliesOnceBack(Situation situation) {
        return mode != Mode.DISABLED && (kind == null || applicability.exempt(situation) == null);
    }

    /** No longer suspended then; {@link Instant#MIN} if it is not. */
    Instant backAt() {
        var suspension = applicability.suspension();
        return suspension == null ? Instant.MIN : suspension.until();
    }

    /**
     * What it says of a situation.
     *
     * @param pool all rules that apply to it, or will once they are no longer suspended, and are as
     *     strict as this one; itself among them
     */
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        return kind == null
                ? new RuleVerdict.Unreadable("the rule cannot be read")
                : kind.judge(situation, pool);
    }

    /**
     * When it closes or opens by the clock alone; in no order.
     *
     * @param product null = any
     */
    public List<Stretch> stretches(
            Records records, @Nullable String product, Instant from, Instant to) {
        if (mode == Mode.DISABLED) {
            return List.of();
        }
        if (kind == null) {
            return List.of(Stretch.unknown("the rule cannot be read", from, to));
        }
        var suspension = applicability.suspension();
        if (suspension == null || !suspension.until().isAfter(from)) {
            return kind.stretches(records, product, from, to);
        }
        var again = suspension.until();
        return again.isBefore(to)
                ? kind.stretches(records, product, again, to).stream()
                        .map(stretch -> stretch.from(again))
                        .toList()
                : List.of();
    }
}
