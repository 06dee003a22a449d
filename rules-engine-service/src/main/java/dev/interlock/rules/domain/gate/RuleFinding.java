package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.contracts.gate.Finding.Remedy;
import dev.interlock.contracts.gate.Finding.RuleRef;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.rule.Rule;
import dev.interlock.rules.domain.rule.RuleVerdict;
import dev.interlock.rules.domain.rule.RuleVerdict.Failed;
import dev.interlock.rules.domain.rule.RuleVerdict.Missing;
import dev.interlock.rules.domain.rule.RuleVerdict.Passed;
import dev.interlock.rules.domain.rule.RuleVerdict.Skipped;
import dev.interlock.rules.domain.rule.RuleVerdict.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Applies rules. One that cannot be read fails; it is never skipped. */
record RuleFinding(Rule rule, Situation situation) {

    /**
     * All whose scope holds the deployment, those that do not apply too, with why. The kinds that
     * pool what they allow pool that of the rules that apply, or will once they are no longer
     * suspended, and are as strict as they.
     */
    static void judge(List<Rule> inScope, Situation situation, Consumer<Finding> into) {
        var inapplicable = new ArrayList<@Nullable String>(inScope.size());
        var applying = new ArrayList<Rule>(inScope.size());
        var enforced = new ArrayList<Rule>(inScope.size());
        for (var rule : inScope) {
            var because = rule.inapplicable(situation);
            inapplicable.add(because);
            if (rule.appliesOnceBack(situation)) {
                applying.add(rule);
                if (rule.mode() == Rule.Mode.ENFORCE) {
                    enforced.add(rule);
                }
            }
        }
        for (int i = 0; i < inScope.size(); i++) {
            var rule = inScope.get(i);
            var because = inapplicable.get(i);
            var pool = rule.mode() == Rule.Mode.ENFORCE ? enforced : applying;
            var finding = new RuleFinding(rule, situation);
            into.accept(
                    finding.of(
                            because == null
                                    ? rule.judge(situation, pool)
                                    : new Skipped(codeOf(rule), because)));
        }
    }

    private static String codeOf(Rule rule) {
        return rule.kind() == null ? Code.POLICY_ERROR.name() : rule.kind().code();
    }

    private Finding of(RuleVerdict verdict) {
        return switch (verdict) {
            case Passed(var code, var because, var since, var until) ->
                    finding(code, Outcome.PASSED, because, List.of(), until, since);
            case Skipped(var code, var because) ->
                    finding(code, Outcome.SKIPPED, because, List.of(), null, null);
            case Failed failed when !failed.missing().isEmpty() -> of(failed, failed.missing());
            case Failed(var code, var because, var waitingFor, var until, _) ->
                    finding(
                            code,
                            Outcome.FAILED,
                            because,
                            List.of(new WaitingOn(waitingFor, null, null, 1, because)),
                            until,
                            null);
            case Unreadable(var because) ->
                    finding(
                            Code.POLICY_ERROR.name(),
                            Outcome.ERROR,
                            because,
                            List.of(new WaitingOn("rule", null, null, 1, because)),
                            null,
                            null);
        };
    }

    private Finding of(Failed failed, List<Missing> missing) {
        return finding(
                failed.code(),
                Outcome.FAILED,
                failed.because(),
                missing.stream().map(Missing::waitingOn).toList(),
                missing.stream().map(Missing::who).toList(),
                failed.until(),
                null,
                remedy(missing.getFirst().waitingOn()));
    }

    private Remedy remedy(WaitingOn missing) {
        var dr = missing.dr();
        return dr != null
                ? Remedies.open(dr)
                : Remedies.record(situation.query().product(), situation.query().version());
    }

    private Finding finding(
            String code,
            Outcome outcome,
            String message,
            List<WaitingOn> waitingOn,
            @Nullable Instant until,
            @Nullable Instant since) {
        return finding(
                code,
                outcome,
                message,
                waitingOn,
                List.of(),
                until,
                since,
                waitingOn.isEmpty() ? null : Remedies.rule(rule));
    }

    private Finding finding(
            String code,
            Outcome outcome,
            String message,
            List<WaitingOn> waitingOn,
            List<WhoCanFix> who,
            @Nullable Instant until,
            @Nullable Instant since,
            @Nullable Remedy remedy) {
        boolean enforced = rule.mode() == Rule.Mode.ENFORCE && situation.enforced();
        return new Finding(
                new RuleRef(rule.id(), rule.name(), rule.version()),
                null,
                code,
                outcome,
                enforced ? Mode.ENFORCE : Mode.REPORT_ONLY,
                message,
                waitingOn,
                who,
                until,
                since,
                remedy);
    }
}
