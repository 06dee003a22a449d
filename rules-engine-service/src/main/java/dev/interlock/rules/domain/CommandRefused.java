package dev.interlock.rules.domain;

/** Carries a refusal across the command bus; no failure, so no stack trace. */
public final class CommandRefused extends RuntimeException {

    private final transient Refusal refusal;

    CommandRefused(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
