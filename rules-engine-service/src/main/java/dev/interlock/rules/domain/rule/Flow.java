package dev.interlock.rules.domain.rule;

import dev.interlock.rules.domain.facts.LaneHistory.Completed;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.rule.Prerequisite.Consulted;
import dev.interlock.rules.domain.rule.RuleVerdict.Failed;
import dev.interlock.rules.domain.rule.RuleVerdict.Passed;
import dev.interlock.rules.domain.rule.RuleVerdict.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The version must have been deployed elsewhere before (SPEC 5 and 11).
 *
 * @param environments the prerequisites; for {@code strict_order} in that order
 * @param match {@code all}, {@code any} or {@code strict_order}
 * @param evidence {@code current}: it runs there now; {@code historic}: it ever completed there
 * @param maxAge of the completion that is the evidence; null = however old
 */
record Flow(List<String> environments, String match, String evidence, @Nullable Duration maxAge)
        implements RuleKind {

    static final String NAME = "flow";
    private static final String CODE = "FLOW_VIOLATION";
    private static final String STALE = "STALE_PREREQUISITE";
    private static final String ANY = "any";
    private static final String STRICT_ORDER = "strict_order";
    private static final String CURRENT = "current";

    Flow {
        environments = List.copyOf(environments);
    }

    /** The stricter where nothing is said: all, and running there now. */
    static Flow read(Map<String, Object> definition, Violations violations) {
        violations.refuseUnknown(
                definition, Set.of("environments", "match", "evidence", "max_age"));
        var environments = violations.someNames(definition, "environments");
        var match = violations.oneOf(definition, "match", "all", Set.of("all", ANY, STRICT_ORDER));
        if (match.equals(STRICT_ORDER)
                && violations.isEmpty()
                && definition.get("environments") instanceof List<?> given
                && given.size() > environments.size()) {
            violations.add(
                    "/environments", "names one twice (expected: each once, in their order)");
        }
        return new Flow(
                environments,
                match,
                violations.oneOf(definition, "evidence", CURRENT, Set.of(CURRENT, "historic")),
                violations.duration(definition, "max_age"));
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
        var definition = new LinkedHashMap<String, Object>();
        definition.put("environments", environments);
        definition.put("match", match);
        definition.put("evidence", evidence);
        if (maxAge != null) {
            definition.put("max_age", maxAge.toString());
        }
        return definition;
    }

    @Override
    public RuleVerdict judge(Situation situation, List<Rule> pool) {
        var evident = new ArrayList<Evident>();
        for (var name : environments) {
            switch (Prerequisite.consult(name, situation)) {
                case Prerequisite.Unreadable(var because) -> {
                    if (!match.equals(ANY)) {
                        return new Unreadable(because);
                    }
                    evident.add(new Evident(name, Optional.empty()));
                }
                case Consulted consulted ->
                        evident.add(new Evident(name, proof(consulted, situation)));
            }
        }
        return match.equals(ANY) ? any(evident, situation) : all(evident, situation);
    }

    private record Evident(String environment, Optional<Completed> proof) {}

    private Optional<Completed> proof(Consulted consulted, Situation situation) {
        var version = situation.query().version();
        return evidence.equals(CURRENT)
                ? consulted.currentEvidence(version)
                : consulted.newestEvidence(version);
    }

    private RuleVerdict any(List<Evident> evident, Situation situation) {
        var proofs = evident.stream().flatMap(e -> e.proof().stream()).toList();
        for (var e : evident) {
            if (e.proof().isPresent() && isFresh(e.proof().get(), situation.now())) {
                return passed(e.environment(), e.proof().get(), situation);
            }
        }
        return proofs.isEmpty()
                ? missing(situation, String.join(" nor in ", environments))
                : stale(situation, String.join(" or ", environments));
    }

    private RuleVerdict all(List<Evident> evident, Situation situation) {
        var missing = where(evident, e -> e.proof().isEmpty());
        if (!missing.isEmpty()) {
            return missing(situation, String.join(" and ", missing));
        }
        if (match.equals(STRICT_ORDER) && !inOrder(situation)) {
            return new Failed(
                    CODE,
                    "%s was not deployed to %s in that order"
                            .formatted(subject(situation), String.join(", ", environments)),
                    Prerequisite.DEPLOYMENT);
        }
        var old = where(evident, e -> !isFresh(e.proof().orElseThrow(), situation.now()));
        if (!old.isEmpty()) {
            return stale(situation, String.join(" and ", old));
        }
        var last = evident.getLast();
        return passed(String.join(" and ", environments), last.proof().orElseThrow(), situation);
    }

    private static List<String> where(List<Evident> evident, Predicate<Evident> holds) {
        var environments = new ArrayList<String>(evident.size());
        for (var each : evident) {
            if (holds.test(each)) {
                environments.add(each.environment());
            }
        }
        return environments;
    }

    /** Completions exist in the listed order: each the first after the one before. */
    private boolean inOrder(Situation situation) {
        long after = 0;
        for (var name : environments) {
            if (!(Prerequisite.consult(name, situation) instanceof Consulted consulted)) {
                return false;
            }
            long before = after;
            var next =
                    consulted
                            .evidence(situation.query().version())
                            .mapToLong(Completed::position)
                            .filter(position -> position > before)
                            .min();
            if (next.isEmpty()) {
                return false;
            }
            after = next.getAsLong();
        }
        return true;
    }

    /** Half-open: at the age itself it is too old. */
    private boolean isFresh(Completed proof, Instant now) {
        return maxAge == null || now.isBefore(proof.at().plus(maxAge));
    }

    private RuleVerdict passed(String where, Completed proof, Situation situation) {
        return new Passed(
                CODE,
                subject(situation)
                        + (evidence.equals(CURRENT) ? " runs in " : " was deployed to ")
                        + where,
                proof.at());
    }

    private RuleVerdict missing(Situation situation, String where) {
        return new Failed(
                CODE,
                subject(situation)
                        + (evidence.equals(CURRENT)
                                ? " does not run in "
                                : " was never deployed to ")
                        + where,
                Prerequisite.DEPLOYMENT);
    }

    private RuleVerdict stale(Situation situation, String where) {
        return new Failed(
                STALE,
                "the deployment of %s to %s is older than %s"
                        .formatted(subject(situation), where, maxAge),
                Prerequisite.DEPLOYMENT);
    }

    private static String subject(Situation situation) {
        return situation.query().product() + " " + situation.query().version();
    }

    @Override
    public String sentence() {
        return "the version must "
                + (evidence.equals(CURRENT) ? "run" : "have been deployed")
                + " in "
                + switch (match) {
                    case ANY -> "any of " + String.join(", ", environments);
                    case STRICT_ORDER -> String.join(", then ", environments);
                    default -> String.join(" and ", environments);
                }
                + (maxAge == null ? "" : ", since less than " + maxAge);
    }
}
