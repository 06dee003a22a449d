package dev.interlock.standalone;

/** Something the person at the console can put right; the message is one line that says how. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }
}
