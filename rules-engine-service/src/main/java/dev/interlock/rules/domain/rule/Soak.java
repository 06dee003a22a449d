package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.Lane;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.rule.Prerequisite.Consulted;
import dev.interlock.rules.domain.rule.RuleVerdict.Failed;
import dev.interlock.rules.domain.rule.RuleVerdict.Passed;
import dev.interlock.rules.domain.rule.RuleVerdict.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The version must have run elsewhere for a time (SPEC 5 and 11). Verdict and sentence come from
 * the same {@link Soaking}.
 *
 * @param match {@code all} or {@code any} of the environments
 */
record Soak(
        List<String> environments,
        String match,
        Duration minimum,
        Soaking.Measure measure,
        Soaking.ResetOn resetOn)
        implements RuleKind {

    static final String NAME = "soak";
    private static final String CODE = "INSUFFICIENT_SOAK_TIME";
    private static final String ALL = "all";
    private static final String ANY = "any";

    Soak {
        environments = List.copyOf(environments);
    }

    static Soak read(Map<String, Object> definition, Violations violations) {
        violations.refuseUnknown(
                definition, Set.of("environments", "match", "minimum", "measure", "reset_on"));
        return new Soak(
                violations.someNames(definition, "environments"),
                violations.oneOf(definition, "match", ALL, Set.of(ALL, ANY)),
                violations.someDuration(definition, "minimum"),
                Soaking.Measure.of(
                        violations.oneOf(
                                definition,
                                "measure",
                                Soaking.Measure.LONGEST_CONTINUOUS.word(),
                                Soaking.Measure.words())),
                Soaking.ResetOn.of(
                        violations.oneOf(
                                definition,
                                "reset_on",
                                Soaking.ResetOn.NEVER.word(),
                                Soaking.ResetOn.words())));
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
        return Map.of(
                "environments",
                environments,
                "match",
                match,
                "minimum",
                minimum.toString(),
                "measure",
                measure.word(),
                "reset_on",
                resetOn.word());
    }

    /**
     * @param until when it will have soaked for long enough by waiting; null if it never will
     */
    private record Stay(String environment, Duration soaked, @Nullable Instant until) {}

    @Override
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        var stays = new ArrayList<Stay>();
        for (var name : environments) {
            switch (Prerequisite.consult(name, situation)) {
                case Prerequisite.Unreadable(var because) -> {
                    if (match.equals(ALL)) {
                        return new Unreadable(because);
                    }
                    stays.add(new Stay(name, Duration.ZERO, null));
                }
                case Consulted consulted -> stays.add(stay(name, consulted, situation));
            }
        }
        var done = stays.stream().filter(stay -> isLongEnough(stay.soaked())).toList();
        boolean passes = match.equals(ALL) ? done.size() == stays.size() : !done.isEmpty();
        if (passes) {
            return new Passed(CODE, sentence(situation, done));
        }
        var short_ = stays.stream().filter(stay -> !isLongEnough(stay.soaked())).toList();
        return new Failed(
                CODE,
                sentence(situation, short_) + ", " + minimum + " are needed",
                "soak",
                match.equals(ALL) ? latest(short_) : earliest(short_));
    }

    private Stay stay(String name, Consulted consulted, Situation situation) {
        var soaking =
                Soaking.of(
                        consulted.lane(),
                        situation.query().version(),
                        consulted.environment(),
                        resetOn,
                        situation.now());
        return new Stay(
                name,
                soaking.soaked(measure, situation.now()),
                unlessReset(soaking.reaches(minimum, measure), consulted.lane()));
    }

    /** Null too if, with nothing heard of it, a deployment that runs will have failed before. */
    private @Nullable Instant unlessReset(@Nullable Instant end, Lane lane) {
        return end != null
                        && resetOn == Soaking.ResetOn.FAILURE
                        && lane.running().stream().anyMatch(running -> running.hasLapsed(end))
                ? null
                : end;
    }

    private boolean isLongEnough(Duration soaked) {
        return soaked.compareTo(minimum) >= 0;
    }

    private static @Nullable Instant latest(List<Stay> stays) {
        return stays.stream().anyMatch(stay -> stay.until() == null)
                ? null
                : stays.stream()
                        .map(stay -> Objects.requireNonNull(stay.until()))
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static @Nullable Instant earliest(List<Stay> stays) {
        return stays.stream()
                .filter(stay -> stay.until() != null)
                .map(stay -> Objects.requireNonNull(stay.until()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String sentence(Situation situation, List<Stay> stays) {
        var query = situation.query();
        return query.product()
                + " "
                + query.version()
                + " has soaked "
                + String.join(
                        " and ",
                        stays.stream()
                                .map(stay -> stay.soaked() + " in " + stay.environment())
                                .toList());
    }

    @Override
    public String sentence() {
        return "the version must have run for %s in %s (%s)"
                .formatted(
                        minimum,
                        String.join(match.equals(ALL) ? " and " : " or ", environments),
                        measure.word());
    }
}
