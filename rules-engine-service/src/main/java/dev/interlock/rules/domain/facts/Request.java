package dev.interlock.rules.domain.facts;

import dev.interlock.rules.domain.facts.RequestFacts.State;

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
        return facts.items().stream()
                .anyMatch(
                        item ->
                                item.product().equals(product)
                                        && item.version().equals(version)
                                        && item.goesTo(environment));
    }

    /** Open: it may authorise a deployment once its slots are filled. */
    public boolean isOpen() {
        return facts.state() == State.IN_PROGRESS && !isRejected();
    }

    /**
     * A veto rejects at once, before the owner has recorded it; only a revision after it lifts it.
     * Cancelling lifts no rejection.
     */
    public boolean isRejected() {
        return facts.state() == State.REJECTED
                || (facts.state() == State.CANCELLED && facts.everRejected())
                || (facts.state() != State.COMPLETED
                        && decisions.vetoes().stream().anyMatch(this::stillStands));
    }

    private boolean stillStands(Rejection veto) {
        return veto.revision() >= facts.revisedAt();
    }

    /** Given for contents that its slot still stands for, and not taken back. Stale is final. */
    public boolean counts(Approval approval) {
        return !approval.withdrawn()
                && facts.slots().stream()
                        .filter(slot -> slot.id().equals(approval.slot()))
                        .anyMatch(slot -> approval.revision() >= slot.countsFrom())
                && facts.had(approval.contentHash(), approval.revision());
    }

    public boolean isStale(Approval approval) {
        return !approval.withdrawn() && !counts(approval);
    }
}
