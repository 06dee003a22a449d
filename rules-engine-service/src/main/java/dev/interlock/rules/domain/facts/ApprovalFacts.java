package dev.interlock.rules.domain.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What people decided on one deployment request, oldest first. */
public record ApprovalFacts(List<Approval> approvals, List<Rejection> vetoes) {

    public static final ApprovalFacts NONE = new ApprovalFacts(List.of(), List.of());

    public ApprovalFacts {
        approvals = List.copyOf(approvals);
        vetoes = List.copyOf(vetoes);
    }

    public ApprovalFacts with(Approval approval) {
        var next = new ArrayList<>(approvals);
        next.add(approval);
        return new ApprovalFacts(next, vetoes);
    }

    public ApprovalFacts with(Rejection veto) {
        var next = new ArrayList<>(vetoes);
        next.add(veto);
        return new ApprovalFacts(approvals, next);
    }

    /** Withdrawn or revoked. */
    public ApprovalFacts ended(String approvalId, Instant when) {
        return new ApprovalFacts(
                approvals.stream()
                        .map(a -> a.id().equals(approvalId) && !a.withdrawn() ? a.ended(when) : a)
                        .toList(),
                vetoes);
    }

    /** What had been decided before the instant. */
    ApprovalFacts asOf(Instant instant) {
        return new ApprovalFacts(
                approvals.stream()
                        .filter(a -> a.at().isBefore(instant))
                        .map(a -> a.asOf(instant))
                        .toList(),
                vetoes);
    }
}
