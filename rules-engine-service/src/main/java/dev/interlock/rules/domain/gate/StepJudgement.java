package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.facts.Step;
import dev.interlock.rules.domain.rule.OpenStep;
import java.util.function.Consumer;

/** What has to be done before a deployment starts, as far as it concerns this one. */
final class StepJudgement {

    private StepJudgement() {}

    static void judge(Request request, Situation situation, Consumer<Finding> into) {
        if (request.facts().steps().isEmpty()) {
            return;
        }
        var findings = new Findings("steps", situation);
        var steps =
                request.facts().steps().stream()
                        .filter(
                                step ->
                                        !step.after()
                                                && step.concerns(
                                                        situation.query().product(),
                                                        situation.environment()))
                        .toList();
        for (var step : steps) {
            if (!step.done()) {
                into.accept(open(step, request, situation, findings));
            }
        }
        if (!steps.isEmpty() && steps.stream().allMatch(Step::done)) {
            into.accept(
                    findings.passed(
                            Code.STEPS_INCOMPLETE,
                            request.id() + ": all steps before this are done",
                            null));
        }
    }

    private static Finding open(
            Step step, Request request, Situation situation, Findings findings) {
        var left = new OpenStep(request, step);
        return findings.failed(
                Code.STEPS_INCOMPLETE,
                left.message(),
                left.waitingOn(),
                left.whoCanFix(situation),
                Remedies.open(request));
    }
}
