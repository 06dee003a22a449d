package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.contracts.gate.Finding.RuleRef;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.domain.rule.RuleVerdict;
import dev.interlock.rules.domain.rule.RuleVerdict.Failed;
import dev.interlock.rules.domain.rule.RuleVerdict.Passed;
import java.util.List;

/** Applies one rule. A rule that cannot be read fails; it is never skipped. */
final class RuleFinding {

    private RuleFinding() {}

    static Finding of(Rule rule, Situation situation) {
        if (rule.mode() == Rule.Mode.DISABLED) {
            return finding(
                    rule,
                    situation,
                    "DR_REQUIRED",
                    Outcome.SKIPPED,
                    "the rule is disabled",
                    List.of());
        }
        var kind = rule.kind();
        if (kind == null) {
            var message = "the rule cannot be read";
            return finding(
                    rule,
                    situation,
                    Code.POLICY_ERROR.name(),
                    Outcome.ERROR,
                    message,
                    List.of(new WaitingOn("rule", null, null, 1, message)));
        }
        RuleVerdict verdict = kind.judge(situation);
        return switch (verdict) {
            case Passed(var code, var because) ->
                    finding(rule, situation, code, Outcome.PASSED, because, List.of());
            case Failed(var code, var because, var waitingFor) ->
                    finding(
                            rule,
                            situation,
                            code,
                            Outcome.FAILED,
                            because,
                            List.of(new WaitingOn(waitingFor, null, null, 1, because)));
        };
    }

    private static Finding finding(
            Rule rule,
            Situation situation,
            String code,
            Outcome outcome,
            String message,
            List<WaitingOn> waitingOn) {
        boolean enforced = rule.mode() == Rule.Mode.ENFORCE && situation.enforced();
        return new Finding(
                new RuleRef(rule.id(), rule.name(), rule.version()),
                null,
                code,
                outcome,
                enforced ? Mode.ENFORCE : Mode.REPORT_ONLY,
                message,
                waitingOn,
                List.of(),
                null,
                null,
                null);
    }
}
