package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Place;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.facts.Step;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What has to be done before a deployment is done, as far as it concerns this one. */
final class StepJudgement {

    private StepJudgement() {}

    static void judge(Request request, Situation situation, Consumer<Finding> into) {
        var findings = new Findings("steps", situation);
        var steps =
                request.facts().steps().stream()
                        .filter(
                                step ->
                                        step.concerns(
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
        var message =
                "%s: step %s is not done: %s".formatted(request.id(), step.id(), step.title());
        return findings.failed(
                Code.STEPS_INCOMPLETE,
                message,
                new WaitingOn("step", request.id(), step.id(), 1, message),
                whoCanDo(step, request, situation),
                Remedies.open(request));
    }

    private static WhoCanFix whoCanDo(Step step, Request request, Situation situation) {
        var people = new TreeSet<String>();
        var here = List.of(new Place(situation.query().product(), situation.environment().name()));
        var role = step.assigneeRole();
        if (role == null) {
            people.add(request.facts().author());
        } else {
            people.addAll(situation.records().holders(role, here));
        }
        people.addAll(situation.records().holders("release_manager", here));
        people.addAll(situation.records().holders("admin", here));
        return new WhoCanFix(
                step.id(),
                role == null
                        ? List.of("release_manager", "admin")
                        : List.of(role, "release_manager", "admin"),
                List.copyOf(people));
    }
}
