package dev.interlock.contracts.gate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule or built-in check says about a deployment.
 *
 * @param rule the rule; null for a built-in check
 * @param builtin the built-in check's name, {@code freeze:<id>} for a freeze that holds; null for a
 *     rule
 * @param code stable code of the failure this check can report
 * @param mode the weaker of the rule's and the environment's mode
 * @param message one line for people
 * @param waitingOn what is missing; empty unless failed
 * @param whoCanFix who can supply it; empty unless failed
 * @param nextEvaluationTime when waiting alone changes the outcome; null if it never does
 * @param satisfiedAt since when it passes; null if unknown or not passed
 */
public record Finding(
        @Nullable RuleRef rule,
        @Nullable String builtin,
        String code,
        Outcome outcome,
        Mode mode,
        String message,
        List<WaitingOn> waitingOn,
        List<WhoCanFix> whoCanFix,
        @Nullable Instant nextEvaluationTime,
        @Nullable Instant satisfiedAt,
        @Nullable Remedy remedy) {

    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED,
        ERROR
    }

    public enum Mode {
        ENFORCE,
        REPORT_ONLY
    }

    /** The exact rule version that was applied. */
    public record RuleRef(String id, String name, int version) {}

    /**
     * @param kind what is missing: {@code approval}, {@code deployment_request}, {@code
     *     deployment}, {@code environment}, {@code freeze}
     * @param dr the deployment request concerned; null if none
     * @param slot the approval slot concerned; null if none
     * @param missing how many are missing; at least 1
     * @param detail one line for people
     */
    public record WaitingOn(
            String kind, @Nullable String dr, @Nullable String slot, int missing, String detail) {}

    /**
     * @param slot the approval slot concerned; null if none
     * @param roles any of these roles can fix it
     * @param people opaque ids of the persons known to be able to
     */
    public record WhoCanFix(@Nullable String slot, List<String> roles, List<String> people) {}

    public record Remedy(String label, String url) {}
}
