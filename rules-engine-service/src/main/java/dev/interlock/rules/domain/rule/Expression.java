package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.expression.Condition;
import dev.interlock.rules.domain.expression.Condition.Outcome.DoesNotHold;
import dev.interlock.rules.domain.expression.Condition.Outcome.Holds;
import dev.interlock.rules.domain.expression.Condition.Reading.Faulty;
import dev.interlock.rules.domain.expression.Condition.Reading.Readable;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.rule.RuleVerdict.Failed;
import dev.interlock.rules.domain.rule.RuleVerdict.Passed;
import dev.interlock.rules.domain.rule.RuleVerdict.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A condition over the facts of the decision must hold. When it will hold by waiting alone is not
 * known, so no time is named; one that cannot be evaluated fails.
 *
 * @param message what people are told where it does not hold; null = the condition itself
 */
record Expression(Condition condition, @Nullable String message) implements RuleKind {

    static final String NAME = "expression";
    private static final String CODE = "POLICY_ERROR";
    private static final int LONGEST_MESSAGE = 300;

    /** Stands for one that is refused, so that reading goes on to the other fields. */
    private static final String NEVER = "false";

    static Expression read(Map<String, Object> definition, Violations violations) {
        violations.refuseUnknown(definition, Set.of("condition", "message"));
        return new Expression(
                condition(definition.get("condition"), violations),
                message(definition.get("message"), violations));
    }

    private static Condition condition(@Nullable Object value, Violations violations) {
        if (!(value instanceof String text) || text.isBlank()) {
            violations.add(
                    "/condition", "is required (expected: a CEL expression that is true or false)");
            return valid(NEVER);
        }
        if (text.codePointCount(0, text.length()) > Condition.LONGEST) {
            violations.add(
                    "/condition",
                    "is too long (expected: <= %d characters)".formatted(Condition.LONGEST));
            return valid(NEVER);
        }
        return switch (Condition.read(text)) {
            case Readable(var condition) -> condition;
            case Faulty(var why) -> {
                why.forEach(fault -> violations.add("/condition", fault));
                yield valid(NEVER);
            }
        };
    }

    private static Condition valid(String text) {
        return switch (Condition.read(text)) {
            case Readable(var condition) -> condition;
            case Faulty(var why) -> throw new IllegalStateException(text + ": " + why);
        };
    }

    private static @Nullable String message(@Nullable Object value, Violations violations) {
        if (value == null) {
            return null;
        }
        if (value instanceof String text
                && !text.isBlank()
                && text.length() <= LONGEST_MESSAGE
                && text.chars().noneMatch(Character::isISOControl)) {
            return text.strip();
        }
        violations.add(
                "/message",
                "expected: one line of at most %d characters".formatted(LONGEST_MESSAGE));
        return null;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Map<String, Object> definition() {
        var definition = new TreeMap<String, Object>();
        definition.put("condition", condition.text());
        if (message != null) {
            definition.put("message", message);
        }
        return definition;
    }

    @Override
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        return switch (condition.judge(situation)) {
            case Holds() -> new Passed(CODE, "holds: " + oneLine());
            case DoesNotHold() ->
                    new Failed(
                            CODE,
                            message == null ? "does not hold: " + oneLine() : message,
                            "condition");
            case Condition.Outcome.Failed(var why) ->
                    new Unreadable(
                            "the condition %s cannot be evaluated: %s".formatted(oneLine(), why));
        };
    }

    private String oneLine() {
        return condition.text().strip().replaceAll("\\s+", " ");
    }

    @Override
    public String sentence() {
        return "must hold: " + oneLine();
    }
}
