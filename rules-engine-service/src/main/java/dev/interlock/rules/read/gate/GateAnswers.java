package dev.interlock.rules.read.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import dev.interlock.contracts.gate.Finding.Remedy;
import dev.interlock.contracts.gate.GateDecision;
import dev.interlock.contracts.gate.GateDecision.Choice;
import dev.interlock.contracts.gate.GateDecision.Verdict;
import dev.interlock.rules.domain.gate.Judgement;
import java.time.Instant;
import java.util.Map;

/** Makes a judgement into an answer: with an id, positions and addresses. */
record GateAnswers(String publicUrl) {

    GateAnswers {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }

    GateDecision answer(String id, Judgement judgement, Map<String, Long> asOf, Instant decidedAt) {
        var situation = judgement.situation();
        var query = situation.query();
        return new GateDecision(
                id,
                query.product(),
                query.version(),
                situation.environment().name(),
                query.dr(),
                judgement.allowed() ? Choice.ALLOW : Choice.BLOCK,
                judgement.allowed(),
                judgement.passes() ? Verdict.PASS : Verdict.FAIL,
                judgement.wouldBlock(),
                situation.enforced() ? Mode.ENFORCE : Mode.REPORT_ONLY,
                judgement.code(),
                judgement.httpStatus(),
                judgement.message(),
                judgement.findings().stream().map(this::addressed).toList(),
                judgement.overrides(),
                situation.judged().stream()
                        .filter(request -> request.isOpen(situation.now()))
                        .map(request -> request.id())
                        .toList(),
                judgement.action(),
                judgement.retryAfter(),
                judgement.earliestPossible(),
                asOf,
                situation.lane().revision(),
                decidedAt,
                publicUrl + "/v1/decisions/" + id);
    }

    private Finding addressed(Finding f) {
        var remedy = f.remedy();
        return remedy == null
                ? f
                : new Finding(
                        f.rule(),
                        f.builtin(),
                        f.code(),
                        f.outcome(),
                        f.mode(),
                        f.message(),
                        f.waitingOn(),
                        f.whoCanFix(),
                        f.nextEvaluationTime(),
                        f.satisfiedAt(),
                        new Remedy(remedy.label(), publicUrl + remedy.url()));
    }
}
