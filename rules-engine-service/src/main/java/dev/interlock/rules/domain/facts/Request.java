package dev.interlock.rules.domain.facts;

import dev.interlock.rules.domain.facts.RequestFacts.State;
import java.time.Instant;

/**
 * A deployment request seen whole: what its owner recorded and what people decided on it. The two
 * come from different sources and are joined only here, so the order in which they arrive is of no
 * consequence.
 */
public record Request(RequestFacts facts, ApprovalFacts decisions) {

    public String id() {
        return facts.id();
    }

    public boolean covers(String product, String version, Environment environment) {
        for (var item : facts.items()) {
            if (item.product().equals(product)
                    && item.version().equals(version)
                    && item.goesTo(environment)) {
                return true;
            }
        }
        return false;
    }

    /** Open: it may authorise a deployment once its slots are filled. */
    public boolean isOpen(Instant now) {
        return facts.state() == State.IN_PROGRESS && !isRejected() && !isExpired(now);
    }

    /**
     * The time to answer it passed with a required slot unanswered: recorded by its owner, or seen
     * here from the times of the decisions.
     */
    public boolean isExpired(Instant now) {
        var end = facts.requestExpiresAt();
        return facts.state() == State.EXPIRED
                || (facts.state() == State.IN_PROGRESS
                        && end != null
                        && !now.isBefore(end)
                        && !Tally.of(new Request(facts, decisions.asOf(end)), end, (_, _) -> true)
                                .complete());
    }

    /**
     * A veto rejects at once, before the owner has recorded it; only a revision after it lifts it.
     * Cancelling lifts no rejection.
     */
    public boolean isRejected() {
        return facts.state() == State.REJECTED
                || (facts.state() == State.CANCELLED && facts.everRejected())
                || (facts.state() != State.COMPLETED
                        && !decisions.vetoes().isEmpty()
                        && decisions.vetoes().stream().anyMatch(this::stillStands));
    }

    private boolean stillStands(Rejection veto) {
        return veto.revision() >= facts.revisedAt();
    }

    /** Given for contents that its slot still stands for, not taken back, and not too old. */
    public boolean stands(Approval approval, Instant now) {
        return !approval.withdrawn() && isCurrent(approval) && !isTooOld(approval, now);
    }

    /** Stale is final. */
    public boolean isStale(Approval approval) {
        return !approval.withdrawn() && !isCurrent(approval);
    }

    /** Half-open: at the end of its age it is. */
    public boolean isTooOld(Approval approval, Instant now) {
        var slot = facts.slot(approval.slot());
        var validFor = slot == null ? null : slot.approvalValidFor();
        return validFor != null && !now.isBefore(approval.at().plus(validFor));
    }

    private boolean isCurrent(Approval approval) {
        var slot = facts.slot(approval.slot());
        return slot != null
                && approval.revision() >= slot.countsFrom()
                && facts.had(approval.contentHash(), approval.revision());
    }
}
