package dev.interlock.dr.planted;

import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.rules.domain.facts.Situation;
import dev.interlock.rules.domain.gate.Judgement;
import dev.interlock.rules.domain.rule.RuleKind;
import java.util.List;
import java.util.Map;

/** Breaks rules on purpose, to show that they can fail. */
public class DecidesItself {

    Judgement judged(RuleKind kind, Situation situation) {
        var message = kind.judge(situation, List.of()).toString();
        return new Judgement(
                situation, true, true, false, null, null, message, List.of(), List.of(), "deploy",
                null, null);
    }

    GateDecision renamed(GateDecision d, String id) {
        return new GateDecision(
                id,
                d.product(),
                d.version(),
                d.environment(),
                d.dr(),
                d.decision(),
                d.allowed(),
                d.verdict(),
                d.wouldBlock(),
                d.mode(),
                d.code(),
                d.httpStatus(),
                d.message(),
                d.findings(),
                d.overrides(),
                d.deploymentRequests(),
                d.action(),
                d.retryAfter(),
                d.earliestPossible(),
                Map.of(),
                d.laneRevision(),
                d.decidedAt(),
                d.explainUrl());
    }
}
