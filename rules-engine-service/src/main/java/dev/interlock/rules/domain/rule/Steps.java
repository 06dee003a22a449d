package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Item;
import dev.interlock.rules.domain.facts.Request;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.facts.Step;
import dev.interlock.rules.domain.rule.Prerequisite.Consulted;
import dev.interlock.rules.domain.rule.RuleVerdict.Failed;
import dev.interlock.rules.domain.rule.RuleVerdict.Passed;
import dev.interlock.rules.domain.rule.RuleVerdict.Skipped;
import dev.interlock.rules.domain.rule.RuleVerdict.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Required steps of deployment requests must be done: those before, and those after that are
 * overdue.
 *
 * @param phases {@code pre}: those before a start must be done; {@code post}: none of those after
 *     it may be overdue, once all that the step is about has been deployed
 * @param blocksNext do overdue ones after a deployment of the product hold up its deployment by
 *     other requests, or by none?
 */
record Steps(List<String> phases, boolean blocksNext) implements RuleKind {

    static final String NAME = "steps";
    private static final String CODE = "STEPS_INCOMPLETE";
    private static final String PRE = "pre";
    private static final String POST = "post";

    Steps {
        phases = List.copyOf(phases);
    }

    static Steps read(Map<String, Object> definition, Violations violations) {
        violations.refuseUnknown(definition, Set.of("phases", "blocks_next"));
        var phases = violations.strings(definition, "phases");
        for (int i = 0; i < phases.size(); i++) {
            if (!phases.get(i).equals(PRE) && !phases.get(i).equals(POST)) {
                violations.add("/phases/" + i, phases.get(i) + " (expected: pre or post)");
            }
        }
        var chosen =
                phases.isEmpty()
                        ? List.of(POST, PRE)
                        : phases.stream().distinct().sorted().toList();
        var blocksNext = violations.flag(definition, "blocks_next");
        if (blocksNext && !chosen.contains(POST)) {
            violations.add("/blocks_next", "true (expected: false without post in phases)");
        }
        return new Steps(chosen, blocksNext);
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
        return Map.of("phases", phases, "blocks_next", blocksNext);
    }

    @Override
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        var judged = situation.judged().stream().filter(r -> r.isOpen(situation.now())).toList();
        if (judged.isEmpty() && !blocksNext) {
            return new Skipped(CODE, "no open deployment request covers this deployment");
        }
        var owed = new ArrayList<OpenStep>();
        var open = new ArrayList<OpenStep>();
        for (var request : judged) {
            for (var step : request.facts().steps()) {
                if (step.after() ? phases.contains(POST) : isOpenBefore(step, situation)) {
                    (step.after() ? owed : open).add(new OpenStep(request, step));
                }
            }
        }
        var unreadable = new ArrayList<String>();
        owed.removeIf(o -> !isDue(o, o.request().facts().items(), situation, unreadable));
        if (blocksNext) {
            owedByOthers(judged, situation, unreadable, owed);
        }
        return unreadable.isEmpty()
                ? verdict(open, owed, situation)
                : new Unreadable(unreadable.getFirst());
    }

    private boolean isOpenBefore(Step step, Situation situation) {
        return phases.contains(PRE)
                && !step.done()
                && step.concerns(situation.query().product(), situation.environment());
    }

    /** What a deployment of the product left to be done, unless it is only about that request. */
    private static void owedByOthers(
            List<Request> judged,
            Situation situation,
            List<String> unreadable,
            List<OpenStep> into) {
        var product = situation.query().product();
        for (var request : situation.records().owing(product)) {
            var why = situation.records().unreadable("dr", request.id());
            if (why != null) {
                unreadable.add("a record about %s cannot be read: %s".formatted(request.id(), why));
            }
            if (judged.stream().allMatch(r -> r.id().equals(request.id())) && !judged.isEmpty()) {
                continue;
            }
            var shipped =
                    request.facts().items().stream()
                            .filter(item -> item.product().equals(product))
                            .toList();
            request.facts().steps().stream()
                    .filter(Step::isOwed)
                    .map(step -> new OpenStep(request, step))
                    .filter(owed -> anyDeployed(owed, shipped, situation, unreadable))
                    .filter(owed -> !into.contains(owed))
                    .forEach(into::add);
        }
    }

    private static boolean isDue(
            OpenStep owed, List<Item> items, Situation situation, List<String> unreadable) {
        return owed.step().isOwed()
                && deployed(owed, items, situation, unreadable).allMatch(done -> done);
    }

    private static boolean anyDeployed(
            OpenStep owed, List<Item> items, Situation situation, List<String> unreadable) {
        return deployed(owed, items, situation, unreadable).anyMatch(done -> done);
    }

    /** Of each item and target that the step is about, whether the request has deployed it. */
    private static Stream<Boolean> deployed(
            OpenStep owed, List<Item> items, Situation situation, List<String> unreadable) {
        var step = owed.step();
        return items.stream()
                .filter(item -> step.isAbout(item.product()))
                .flatMap(
                        item ->
                                item.environments().stream()
                                        .map(isDeployed(owed, item, situation, unreadable))
                                        .filter(Objects::nonNull));
    }

    /** Null for a target that the step is not about. */
    private static Function<String, @Nullable Boolean> isDeployed(
            OpenStep owed, Item item, Situation situation, List<String> unreadable) {
        return target ->
                switch (Prerequisite.consult(item.product(), target, situation)) {
                    case Prerequisite.Unreadable(var because) -> {
                        unreadable.add(because);
                        yield true;
                    }
                    case Consulted(var lane, var environment) ->
                            owed.step().concerns(item.product(), environment)
                                    ? (Boolean) lane.hasSpent(owed.request().id(), item.version())
                                    : null;
                };
    }

    private static RuleVerdict verdict(
            List<OpenStep> open, List<OpenStep> owed, Situation situation) {
        var now = situation.now();
        var missing = new ArrayList<>(open);
        owed.stream().filter(o -> o.step().isOverdue(now)).forEach(missing::add);
        var next =
                owed.stream()
                        .map(o -> o.step().deadline())
                        .filter(Objects::nonNull)
                        .filter(deadline -> deadline.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        if (missing.isEmpty()) {
            return new Passed(
                    CODE,
                    next == null
                            ? "no required step is left to be done"
                            : "no required step is overdue before " + next,
                    null,
                    next);
        }
        return new Failed(
                CODE,
                missing.getFirst().message()
                        + (missing.size() > 1
                                ? " (and %d more)".formatted(missing.size() - 1)
                                : ""),
                "step",
                null,
                missing.stream().map(step -> step.missing(situation)).toList());
    }

    @Override
    public String sentence() {
        var parts = new ArrayList<String>();
        if (phases.contains(PRE)) {
            parts.add("required steps before a start must be done");
        }
        if (phases.contains(POST)) {
            parts.add("none after it may be overdue");
        }
        if (blocksNext) {
            parts.add("an overdue one holds up the next deployment of the product too");
        }
        return String.join("; ", parts);
    }
}
