package dev.interlock.dr.domain;

import java.util.Locale;

/** How a deployment ended. */
public enum Outcome {
    COMPLETED,
    FAILED,
    ABORTED,
    ROLLED_BACK;

    /** The canonical status word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
