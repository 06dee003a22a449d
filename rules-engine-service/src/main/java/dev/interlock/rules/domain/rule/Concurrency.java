package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.domain.facts.LaneId;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.rule.RuleVerdict.Failed;
import dev.interlock.rules.domain.rule.RuleVerdict.Passed;
import dev.interlock.rules.domain.rule.RuleVerdict.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * So many deployments may run at once, and no more, of those in the scope of the rule. That a lane
 * takes one at a time needs no rule.
 *
 * @param per {@code environment}: those of each environment by itself; {@code product}: those of
 *     each product by itself, wherever they go; {@code rule}: all together
 */
record Concurrency(int maximum, String per) implements RuleKind {

    static final String NAME = "concurrency";
    private static final String CODE = "DEPLOYMENT_IN_PROGRESS";
    private static final int MOST = 10_000;
    private static final String ENVIRONMENT = "environment";
    private static final String PRODUCT = "product";
    private static final String RULE = "rule";

    static Concurrency read(Map<String, Object> definition, Violations violations) {
        violations.refuseUnknown(definition, Set.of("maximum", "per"));
        if (definition.get("maximum") == null) {
            violations.add(
                    "/maximum", "is required (expected: a whole number from 1 to " + MOST + ")");
        }
        return new Concurrency(
                violations.number(definition, "maximum", 1, MOST),
                violations.oneOf(
                        definition, "per", ENVIRONMENT, Set.of(ENVIRONMENT, PRODUCT, RULE)));
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
        return Map.of("maximum", maximum, "per", per);
    }

    /**
     * As on a lane, one that runs is not cleared by waiting: it may be heard of again. Once its
     * lease has ended it no longer counts. A lane of which a record cannot be read may be busy.
     */
    @Override
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        var counted = new ArrayList<Run>();
        var unreadable = new ArrayList<String>();
        for (var lane : situation.records().busyLanes()) {
            if (!counts(lane, situation, pool)) {
                continue;
            }
            var held = lane.heldBy(situation.now());
            held.forEach(running -> counted.add(new Run(lane, running)));
            if (held.isEmpty() && isUnreadable(lane, situation)) {
                unreadable.add("%s in %s".formatted(lane.product(), lane.environment()));
            }
        }
        var message =
                "%d of %d deployments%s are in progress"
                        .formatted(counted.size(), maximum, where(situation));
        if (counted.size() >= maximum) {
            return new Failed(CODE, message + ": " + listed(counted), "deployment");
        }
        return counted.size() + unreadable.size() >= maximum
                ? new Unreadable(
                        message
                                + ", but records cannot be read about "
                                + String.join(", ", unreadable))
                : new Passed(CODE, message);
    }

    private static boolean isUnreadable(Lane lane, Situation situation) {
        return situation.records().unreadable("lane", LaneId.of(lane.product(), lane.environment()))
                != null;
    }

    private boolean counts(Lane lane, Situation situation, List<Rule> pool) {
        return switch (per) {
            case ENVIRONMENT ->
                    lane.environment().equals(situation.environment().name())
                            && isInScope(lane, situation, pool);
            case PRODUCT ->
                    lane.product().equals(situation.query().product())
                            && isInScope(lane, situation, pool);
            default -> isInScope(lane, situation, pool);
        };
    }

    private boolean isInScope(Lane lane, Situation situation, List<Rule> pool) {
        return Rule.anyHolds(this, pool, lane.product(), lane.environment(), situation.records());
    }

    private String where(Situation situation) {
        return switch (per) {
            case ENVIRONMENT -> " to " + situation.environment().name();
            case PRODUCT -> " of " + situation.query().product();
            default -> "";
        };
    }

    private record Run(Lane lane, Lane.Running running) {

        @Override
        public String toString() {
            return "%s %s in %s%s"
                    .formatted(
                            lane.product(),
                            running.version(),
                            lane.environment(),
                            running.leaseUntil() == null
                                    ? ""
                                    : " (until " + running.leaseUntil() + " unless heard of)");
        }
    }

    private static String listed(List<Run> runs) {
        return String.join(
                ", ",
                runs.stream()
                        .sorted(
                                Comparator.comparing((Run run) -> run.lane().product())
                                        .thenComparing(run -> run.lane().environment()))
                        .limit(5)
                        .map(Run::toString)
                        .toList());
    }

    @Override
    public String sentence() {
        return "no more than %d deployments%s may run at once"
                .formatted(
                        maximum,
                        switch (per) {
                            case ENVIRONMENT -> " to an environment";
                            case PRODUCT -> " of a product";
                            default -> "";
                        });
    }
}
