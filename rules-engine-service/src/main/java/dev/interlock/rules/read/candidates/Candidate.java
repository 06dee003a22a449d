package dev.interlock.rules.read.candidates;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import dev.interlock.contracts.gate.Finding.RuleRef;
import dev.interlock.contracts.gate.Finding.WaitingOn;
import dev.interlock.contracts.gate.Finding.WhoCanFix;
import dev.interlock.contracts.gate.GateDecision.OverrideUse;
import dev.interlock.contracts.gate.GateDecision.Verdict;
import dev.interlock.rules.domain.gate.Judgement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version that some open deployment request brings to the environment, or that runs elsewhere and
 * was never there, and what the gate says of it now.
 *
 * @param decision {@code allow} or {@code block}
 * @param verdict before any override: {@code pass} or {@code fail}
 * @param overrides those that apply, and those that do not, with why
 * @param missing everything that fails, enforced or not
 * @param code the primary one; null if nothing failed
 * @param retryAfter when it passes by waiting alone; null if it never does, or passes now
 * @param earliestPossible the same, supposing that what people are asked for were given now
 */
record Candidate(
        String product,
        String version,
        List<String> deploymentRequests,
        String action,
        String decision,
        Verdict verdict,
        List<OverrideUse> overrides,
        boolean wouldBlock,
        @Nullable String code,
        String message,
        @Nullable Instant retryAfter,
        @Nullable Instant earliestPossible,
        List<Missing> missing) {

    /**
     * @param rule null for a built-in check
     * @param nextEvaluationTime when it passes by waiting alone; null if it never does
     */
    record Missing(
            String code,
            String message,
            Mode mode,
            @Nullable RuleRef rule,
            List<WaitingOn> waitingOn,
            List<WhoCanFix> whoCanFix,
            @Nullable Instant nextEvaluationTime) {

        private static Missing of(Finding finding) {
            return new Missing(
                    finding.code(),
                    finding.message(),
                    finding.mode(),
                    finding.rule(),
                    finding.waitingOn(),
                    finding.whoCanFix(),
                    finding.nextEvaluationTime());
        }
    }

    static Candidate of(Judgement judgement) {
        var query = judgement.situation().query();
        return new Candidate(
                query.product(),
                query.version(),
                judgement.situation().open().stream().map(request -> request.id()).toList(),
                judgement.action(),
                judgement.allowed() ? "allow" : "block",
                judgement.passes() ? Verdict.PASS : Verdict.FAIL,
                judgement.overrides(),
                judgement.wouldBlock(),
                judgement.code(),
                judgement.message(),
                judgement.retryAfter(),
                judgement.earliestPossible(),
                judgement.failures().stream().map(Missing::of).toList());
    }
}
