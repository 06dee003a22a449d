package dev.interlock.rules.domain.gate;

import dev.interlock.contracts.gate.Finding;
import dev.interlock.contracts.gate.Finding.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The first instant at which every enforced finding passes together: each that fails says when it
 * will not, and all are judged again then.
 *
 * @param judge all findings at an instant, on the same facts
 * @param lifted does an override lift the failure at that instant?
 */
record Waiting(
        Function<Instant, List<Finding>> judge, BiPredicate<Finding, Instant> lifted, Instant now) {

    /** SPEC 4: one year ahead. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    /** Each step passes at least one end. As many as there are hours in the year ahead. */
    private static final int MOST_STEPS = 366 * 24;

    /** Kinds of missing things that nobody supplies by answering. */
    private static final Set<String> NO_ANSWERS = Set.of("deployment", "build");

    /** Null if waiting alone never leads to an allow. */
    @Nullable Instant alone(List<Finding> findings) {
        return first(findings, finding -> true);
    }

    /**
     * As {@link #alone}, supposing that what people are asked for were given now: what is answered
     * now does not expire later.
     */
    @Nullable Instant withApprovals(List<Finding> findings) {
        boolean expired = anyOfExpired(findings);
        return first(findings, f -> !endsWithApprovals(f) && (expired || !isOfExpired(f)));
    }

    private static boolean anyOfExpired(List<Finding> findings) {
        for (var finding : findings) {
            if (Gate.failed(finding) && isOfExpired(finding)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfExpired(Finding finding) {
        return Code.of(finding.code()) == Code.APPROVAL_EXPIRED
                && !ApprovalJudgement.BUILTIN.equals(finding.builtin());
    }

    /**
     * Approving revives no deployment request that has expired, and is no use before what it is
     * about has been built or deployed.
     */
    static boolean endsWithApprovals(Finding finding) {
        return Code.of(finding.code()).endsWithApprovals()
                && !isOfExpired(finding)
                && (finding.waitingOn().isEmpty()
                        || finding.waitingOn().stream()
                                .noneMatch(w -> NO_ANSWERS.contains(w.kind())));
    }

    private @Nullable Instant first(List<Finding> findings, Predicate<Finding> matters) {
        var at = now;
        var current = findings;
        for (int step = 0; step < MOST_STEPS; step++) {
            var then = at;
            var failing = new ArrayList<Finding>(current.size());
            for (var finding : current) {
                if (Gate.failed(finding)
                        && finding.mode() == Mode.ENFORCE
                        && matters.test(finding)
                        && !lifted.test(finding, then)) {
                    failing.add(finding);
                }
            }
            if (failing.isEmpty()) {
                return at;
            }
            var next = latest(failing);
            if (next == null || !next.isAfter(at) || next.isAfter(now.plus(FARTHEST))) {
                return null;
            }
            at = next;
            current = judge.apply(at);
        }
        return null;
    }

    /** Null if one of them never ends by itself. */
    private static @Nullable Instant latest(List<Finding> failing) {
        Instant latest = null;
        for (var finding : failing) {
            var end = finding.nextEvaluationTime();
            if (end == null) {
                return null;
            }
            latest = latest == null || end.isAfter(latest) ? end : latest;
        }
        return latest;
    }
}
