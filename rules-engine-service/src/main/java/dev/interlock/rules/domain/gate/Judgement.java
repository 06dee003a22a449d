package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.GateDecision.OverrideUse;
import dev.interlock.rules.domain.facts.Situation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says of a situation; who asks adds the decision's id and positions.
 *
 * @param allowed what the caller may do; the same as the verdict unless an override lifts all that
 *     fails
 * @param passes the verdict: no enforced finding failed
 * @param wouldBlock it blocks, or would if nothing were report-only
 * @param primary the finding that gives the code; null if none failed
 * @param overrides those that apply, and those that do not, with why
 * @param action {@code deploy}, {@code redeploy} or {@code rollback}, proven from history
 */
public record Judgement(
        Situation situation,
        boolean allowed,
        boolean passes,
        boolean wouldBlock,
        @Nullable Finding primary,
        @Nullable Integer httpStatus,
        String message,
        List<Finding> findings,
        List<OverrideUse> overrides,
        String action,
        @Nullable Instant retryAfter,
        @Nullable Instant earliestPossible)
        implements Ruling {

    /** What fails, enforced or not. */
    public List<Finding> failures() {
        return findings.stream().filter(Gate::failed).toList();
    }

    /** The primary code; null if nothing failed. */
    public @Nullable String code() {
        return primary == null ? null : primary.code();
    }
}
