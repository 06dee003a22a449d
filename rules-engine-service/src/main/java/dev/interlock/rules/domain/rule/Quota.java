package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.rule.RuleVerdict.Failed;
import dev.interlock.rules.domain.rule.RuleVerdict.Passed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * So many deployments may start in any period of that length, and no more.
 *
 * @param per {@code product}: each product of the environment by itself; {@code environment}: all
 *     of them together
 */
record Quota(int maximum, Duration period, String per) implements RuleKind {

    static final String NAME = "quota";
    private static final String CODE = "DEPLOY_QUOTA_EXCEEDED";
    private static final int MOST = 10_000;
    private static final String ENVIRONMENT = "environment";
    private static final String PRODUCT = "product";

    static Quota read(Map<String, Object> definition, Violations violations) {
        violations.refuseUnknown(definition, Set.of("maximum", "period", "per"));
        if (definition.get("maximum") == null) {
            violations.add(
                    "/maximum", "is required (expected: a whole number from 1 to " + MOST + ")");
        }
        return new Quota(
                violations.number(definition, "maximum", 1, MOST),
                violations.someDuration(definition, "period"),
                violations.oneOf(definition, "per", PRODUCT, Set.of(PRODUCT, ENVIRONMENT)));
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
        return Map.of("maximum", maximum, "period", period.toString(), "per", per);
    }

    /** A start counts until it is as old as the period: half-open. */
    @Override
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        var product = situation.query().product();
        var counted =
                situation.records().startsIn(situation.environment()).stream()
                        .filter(start -> per.equals(ENVIRONMENT) || start.product().equals(product))
                        .takeWhile(start -> situation.now().isBefore(start.at().plus(period)))
                        .filter(
                                start ->
                                        start.product().equals(product)
                                                || Rule.anyHolds(
                                                        this,
                                                        pool,
                                                        start.product(),
                                                        situation.environment().name(),
                                                        situation.records()))
                        .toList();
        var message =
                "%d of %d deployments%s to %s started within %s"
                        .formatted(
                                counted.size(),
                                maximum,
                                per.equals(ENVIRONMENT) ? "" : " of " + product,
                                situation.environment().name(),
                                period);
        return counted.size() < maximum
                ? new Passed(CODE, message)
                : new Failed(CODE, message, "quota", counted.get(maximum - 1).at().plus(period));
    }

    @Override
    public String sentence() {
        return "no more than %d deployments%s may start within %s"
                .formatted(maximum, per.equals(ENVIRONMENT) ? "" : " of a product", period);
    }
}
