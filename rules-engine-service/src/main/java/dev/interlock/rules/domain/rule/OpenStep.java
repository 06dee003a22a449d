package dev.interlock.rules.domain.rule;

import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.rules.domain.facts.Place;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.facts.Step;
import java.util.List;
import java.util.TreeSet;

/** A step that somebody has yet to do. */
public record OpenStep(Request request, Step step) {

    public String message() {
        return step.after()
                ? "%s: step %s was to be done by %s: %s"
                        .formatted(request.id(), step.id(), step.deadline(), step.title())
                : "%s: step %s is not done: %s".formatted(request.id(), step.id(), step.title());
    }

    public WaitingOn waitingOn() {
        return new WaitingOn("step", request.id(), step.id(), 1, message());
    }

    RuleVerdict.Missing missing(Situation situation) {
        return new RuleVerdict.Missing(waitingOn(), whoCanFix(situation));
    }

    /** Those who have the assignee's role there, or who may do it in their place. */
    public WhoCanFix whoCanFix(Situation situation) {
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
