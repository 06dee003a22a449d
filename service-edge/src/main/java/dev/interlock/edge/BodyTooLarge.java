package dev.interlock.edge;

import java.io.IOException;

/** Thrown while reading a body that turns out larger than allowed. */
public final class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("body too large");
    }

    /** Whether this is why reading failed, however often it was wrapped on its way. */
    public static boolean caused(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof BodyTooLarge) {
                return true;
            }
        }
        return false;
    }

    /** What to answer then. */
    public static Problem problem() {
        return Problem.of(
                413, "BODY_TOO_LARGE", "the body is too large (expected: <= 1048576 bytes)");
    }
}
