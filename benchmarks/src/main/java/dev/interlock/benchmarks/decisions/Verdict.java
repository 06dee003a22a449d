package dev.interlock.benchmarks.decisions;

/** What rules of Drools set; one for all questions of a session. */
public final class Verdict {

    private boolean blocked;

    public void block() {
        blocked = true;
    }

    void clear() {
        blocked = false;
    }

    boolean isBlocked() {
        return blocked;
    }
}
