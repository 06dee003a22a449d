package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import dev.interlock.contracts.gate.Finding.Outcome;
import dev.interlock.rules.domain.facts.GateQuery;
import dev.interlock.rules.domain.facts.GivenOverride;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.rule.Applicability.Suspension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one decision function. */
public final class Gate {

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
        var overriding = Overriding.of(situation, facts);
        return judgement(
                situation,
                findings(situation, facts),
                overriding,
                new Waiting(
                        at -> findings(Situation.of(query, facts, at), facts),
                        overriding::lifts,
                        returns(situation, facts),
                        now));
    }

    private static List<Instant> returns(Situation situation, Facts facts) {
        return facts.rules(situation.query().product(), situation.environment()).stream()
                .map(rule -> rule.applicability().suspension())
                .filter(Objects::nonNull)
                .map(Suspension::until)
                .sorted()
                .toList();
    }

    private static List<Finding> findings(Situation situation, Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var check : Check.ALL) {
            check.judge(situation, findings::add);
        }
        var rules = facts.rules(situation.query().product(), situation.environment());
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
        return findings.stream()
                .filter(f -> failed(f) && f.mode() == mode)
                .min(Comparator.comparing(Finding::code, Code.PRECEDENCE))
                .orElse(null);
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
        long others = findings.stream().filter(Gate::failed).count() - 1;
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
