package dev.interlock.benchmarks.decisions;

import java.util.ArrayList;
import java.util.List;

/** What rules of Drools set; one for all questions of a session. */
public final class Verdict {

    private final List<String> because = new ArrayList<>();
    private boolean blocked;

    public void block() {
        blocked = true;
    }

    public void block(String reason) {
        blocked = true;
        because.add(reason);
    }

    void clear() {
        blocked = false;
        because.clear();
    }

    boolean isBlocked() {
        return blocked;
    }
}
