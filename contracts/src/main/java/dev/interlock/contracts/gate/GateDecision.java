package dev.interlock.contracts.gate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gate's answer, whole: stored with every attempt and returned to every caller.
 *
 * @param decision what the caller must do: allow or block
 * @param allowed the same as a truth value; an override can allow what the verdict refuses
 * @param verdict what the enforced rules and checks say, before any override
 * @param wouldBlock true when a report-only finding failed, or the decision is a block
 * @param mode the environment's mode
 * @param code the primary code when the verdict is {@code fail}, or of the first report-only
 *     failure; null if none
 * @param httpStatus 409, 423 or 428 for a block; null for an allow
 * @param message one line for people
 * @param deploymentRequests the open deployment requests that the deployment was judged by, newest
 *     first: all that cover it, or the one that was named. A start uses up their admissions
 * @param action {@code deploy}, {@code redeploy} or {@code rollback}, proven from history
 * @param retryAfter first instant at which a new call passes by waiting alone; null if waiting does
 *     not help
 * @param earliestPossible the same, supposing that everything asked of people were given now; null
 *     if not within a year
 * @param asOf newest position per source that the decision has seen
 * @param laneRevision the revision of the lane (product and environment) that the decision has
 *     seen; 0 for an unused lane
 */
public record GateDecision(
        String id,
        String product,
        String version,
        String environment,
        @Nullable String dr,
        Choice decision,
        boolean allowed,
        Verdict verdict,
        boolean wouldBlock,
        Finding.Mode mode,
        @Nullable String code,
        @Nullable Integer httpStatus,
        String message,
        List<Finding> findings,
        List<OverrideUse> overrides,
        List<String> deploymentRequests,
        String action,
        @Nullable Instant retryAfter,
        @Nullable Instant earliestPossible,
        Map<String, Long> asOf,
        long laneRevision,
        Instant decidedAt,
        String explainUrl) {

    public enum Choice {
        ALLOW,
        BLOCK
    }

    public enum Verdict {
        PASS,
        FAIL
    }

    /**
     * @param code why the override did not apply; null if it did
     * @param skipped opaque ids of those whose approval, sign-off, deed or objection the deployment
     *     goes without by it; null if of nobody, or if it did not apply
     */
    public record OverrideUse(String id, @Nullable String code, @Nullable List<String> skipped) {

        public OverrideUse(String id, @Nullable String code) {
            this(id, code, null);
        }
    }
}
