package dev.interlock.rules.read.candidates;

import dev.interlock.rules.domain.gate.Judgement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version that some open deployment request brings to the environment, and what the gate says of
 * it now.
 *
 * @param decision {@code allow} or {@code block}
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
        boolean wouldBlock,
        @Nullable String code,
        String message,
        @Nullable Instant retryAfter,
        @Nullable Instant earliestPossible) {

    static Candidate of(Judgement judgement) {
        var query = judgement.situation().query();
        return new Candidate(
                query.product(),
                query.version(),
                judgement.situation().open().stream().map(request -> request.id()).toList(),
                judgement.action(),
                judgement.allowed() ? "allow" : "block",
                judgement.wouldBlock(),
                judgement.code(),
                judgement.message(),
                judgement.retryAfter(),
                judgement.earliestPossible());
    }
}
