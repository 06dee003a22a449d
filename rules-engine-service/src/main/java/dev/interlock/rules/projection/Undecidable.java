package dev.interlock.rules.projection;

/** Freshness cannot be proven; there is no answer but 503. */
public final class Undecidable extends RuntimeException {

    private final String reason;

    /**
     * @param reason a short word for metrics
     */
    Undecidable(String reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
