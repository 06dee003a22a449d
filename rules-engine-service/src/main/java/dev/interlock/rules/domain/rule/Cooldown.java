package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.rule.RuleVerdict.Failed;
import dev.interlock.rules.domain.rule.RuleVerdict.Passed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * After a deployment of a product has completed, the next to the same environment has to wait,
 * whichever version it is; what must not wait, such as a rollback, is left out of the rule's scope.
 */
record Cooldown(Duration minimum) implements RuleKind {

    static final String NAME = "cooldown";
    private static final String CODE = "VERSION_COOLDOWN";

    static Cooldown read(Map<String, Object> definition, Violations violations) {
        violations.refuseUnknown(definition, Set.of("minimum"));
        return new Cooldown(violations.someDuration(definition, "minimum"));
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
        return Map.of("minimum", minimum.toString());
    }

    @Override
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        var last = situation.lane().history().newest();
        var where = situation.query().product() + " in " + situation.environment().name();
        if (last.isEmpty()) {
            return new Passed(CODE, "no deployment of " + where + " has completed yet");
        }
        var done = last.get();
        var over = done.at().plus(minimum);
        var message =
                "the last deployment of "
                        + where
                        + ", of "
                        + done.version()
                        + ", completed at "
                        + done.at()
                        + "; the next may start from "
                        + over
                        + " on";
        return situation.now().isBefore(over)
                ? new Failed(CODE, message, "cooldown", over)
                : new Passed(CODE, message, over);
    }

    @Override
    public String sentence() {
        return "between a completed deployment and the next start there must be " + minimum;
    }
}
