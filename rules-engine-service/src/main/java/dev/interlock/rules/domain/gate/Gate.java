package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one decision function. */
public final class Gate {

    /** As many findings as the built-in checks make where one deployment request covers it. */
    private static final int USUAL_CHECKS = 12;

    private static final int MOST_KEPT = 32;

    private Gate() {}

    /** Pure and total: the same arguments give the same answer, and every argument gives one. */
    public static Ruling decide(GateQuery query, Facts facts, Instant now) {
        var situation = Situation.of(query, facts, now);
        var named = query.dr();
        if (named != null) {
            var request = facts.request(named);
            if (request == null
                    || !request.covers(query.product(), query.version(), situation.environment())) {
                return new Ruling.NotCovered(
                        named,
                        "%s does not cover %s %s in %s"
                                .formatted(
                                        named,
                                        query.product(),
                                        query.version(),
                                        situation.environment().name()));
            }
        }
        var rules = facts.rules(query.product(), situation.environment());
        var overriding = Overriding.of(situation, facts);
        return judgement(
                situation,
                findings(situation, rules),
                overriding,
                new Waiting(
                        keepingFirst(at -> findings(Situation.of(query, facts, at), rules)),
                        overriding::lifts,
                        now));
    }

    /** What is asked for twice, with approvals and without. */
    private static Function<Instant, List<Finding>> keepingFirst(
            Function<Instant, List<Finding>> judge) {
        var kept = new HashMap<Instant, List<Finding>>(0);
        return at -> {
            var known = kept.get(at);
            if (known != null) {
                return known;
            }
            var judged = judge.apply(at);
            if (kept.size() < MOST_KEPT) {
                kept.put(at, judged);
            }
            return judged;
        };
    }

    private static List<Finding> findings(Situation situation, List<Rule> rules) {
        var findings = new ArrayList<Finding>(USUAL_CHECKS + rules.size());
        for (var check : Check.ALL) {
            check.judge(situation, findings::add);
        }
        RuleFinding.judge(rules, situation, findings::add);
        return findings;
    }

    private static Judgement judgement(
            Situation situation, List<Finding> findings, Overriding overriding, Waiting waiting) {
        var enforced = primary(findings, Mode.ENFORCE);
        var primary = enforced != null ? enforced : primary(findings, Mode.REPORT_ONLY);
        boolean passes = enforced == null;
        var overrides = overriding.against(findings);
        boolean allowed = passes || !overrides.applied().isEmpty();
        return new Judgement(
                situation,
                allowed,
                passes,
                primary != null,
                primary,
                enforced == null || allowed ? null : Code.of(enforced.code()).httpStatus(),
                message(passes, primary, findings, overrides.applied()),
                List.copyOf(findings),
                overrides.uses(),
                situation.action(),
                allowed ? null : waiting.alone(findings),
                waiting.withApprovals(findings));
    }

    private static @Nullable Finding primary(List<Finding> findings, Mode mode) {
        Finding primary = null;
        for (var finding : findings) {
            if (failed(finding)
                    && finding.mode() == mode
                    && (primary == null
                            || Code.PRECEDENCE.compare(finding.code(), primary.code()) < 0)) {
                primary = finding;
            }
        }
        return primary;
    }

    static boolean failed(Finding finding) {
        return finding.outcome() == Outcome.FAILED || finding.outcome() == Outcome.ERROR;
    }

    private static String message(
            boolean passes,
            @Nullable Finding primary,
            List<Finding> findings,
            List<GivenOverride> applied) {
        if (primary == null) {
            return "allowed: every condition is met";
        }
        int others = -1;
        for (var finding : findings) {
            others += failed(finding) ? 1 : 0;
        }
        return verdict(passes, applied)
                + primary.message()
                + (others > 0 ? " (and " + others + " more)" : "");
    }

    private static String verdict(boolean passes, List<GivenOverride> applied) {
        if (passes) {
            return "allowed, report only: ";
        }
        return applied.isEmpty()
                ? "blocked: "
                : "denied, and allowed by %s: "
                        .formatted(
                                String.join(
                                        " and ", applied.stream().map(GivenOverride::id).toList()));
    }
}
