package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.rule.Prerequisite.Consulted;
import dev.interlock.rules.domain.rule.RuleVerdict.Failed;
import dev.interlock.rules.domain.rule.RuleVerdict.Passed;
import dev.interlock.rules.domain.rule.RuleVerdict.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semver4j.RangesList;
import org.semver4j.RangesListFactory;
import org.semver4j.Semver;

/**
 * Another product's version that runs in the same environment must satisfy a constraint.
 *
 * @param constraint a range of Semantic Versioning, such as {@code >=2.1.0 <3.0.0} or {@code ^2.1}
 */
record Dependency(String product, String constraint) implements RuleKind {

    static final String NAME = "dependency";
    private static final String CODE = "DEPENDENCY_UNMET";
    private static final int LONGEST = 200;

    private static final String NUMBER = "(?:0|[1-9]\\d{0,8})";
    private static final String PART = "(?:" + NUMBER + "|[xX*])";
    private static final String WORDS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
    private static final String VERSION =
            "v?%s(?:\\.%s(?:\\.%s(?:-%s)?(?:\\+%s)?)?)?"
                    .formatted(NUMBER, PART, PART, WORDS, WORDS);
    private static final String BOUNDS =
            "(?:[<>]=?|=|~>?|\\^)?V(?:\\s+(?:[<>]=?|=|~>?|\\^)?V)*|V\\s+-\\s+V"
                    .replace("V", VERSION);

    /** What the library does not understand in a range it passes over, and so may lose a bound. */
    private static final Pattern RANGE =
            Pattern.compile("\\s*(?:B)(?:\\s*\\|\\|\\s*(?:B))*\\s*".replace("B", BOUNDS));

    static Dependency read(Map<String, Object> definition, Violations violations) {
        violations.refuseUnknown(definition, Set.of("product", "version"));
        var product = violations.name(definition, "product");
        if (product == null && definition.get("product") == null) {
            violations.add("/product", "is required (expected: the name of a product)");
        }
        return new Dependency(
                product == null ? "" : product, constraint(definition.get("version"), violations));
    }

    private static String constraint(@Nullable Object value, Violations violations) {
        if (value instanceof String text
                && !text.isBlank()
                && text.length() <= LONGEST
                && RANGE.matcher(text).matches()
                && !ranges(text).get().isEmpty()) {
            return text.strip();
        }
        violations.add(
                "/version",
                value + " (expected: a range of versions such as >=2.1.0 <3.0.0 or ^2.1)");
        return "";
    }

    private static RangesList ranges(String text) {
        return RangesListFactory.create(text);
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
        return Map.of("product", product, "version", constraint);
    }

    @Override
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        var environment = situation.environment().name();
        return switch (Prerequisite.consult(product, environment, situation)) {
            case Prerequisite.Unreadable(var because) -> new Unreadable(because);
            case Consulted(var lane, _) -> {
                var running = lane.current();
                if (running == null) {
                    yield failed("%s does not run in %s".formatted(product, environment));
                }
                var message = "%s %s runs in %s".formatted(product, running, environment);
                var version = Semver.parse(running);
                if (version == null) {
                    yield failed(message + ", which is no semantic version");
                }
                yield version.satisfies(ranges(constraint))
                        ? new Passed(CODE, message)
                        : failed(message);
            }
        };
    }

    private Failed failed(String message) {
        return new Failed(CODE, message + "; needed: " + constraint, Prerequisite.DEPLOYMENT);
    }

    @Override
    public String sentence() {
        return product + " " + constraint + " must run in the same environment";
    }
}
