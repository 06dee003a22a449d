package dev.interlock.approval.domain;

/** How a refusal crosses the command bus; no handler throws anything else on purpose. */
public final class CommandRefused extends RuntimeException {

    private final transient Refusal refusal;

    public CommandRefused(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
