package dev.interlock.gateway.compat.versioner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Growing pauses between tries. */
final class Pause {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private Duration next;

    Pause(Duration first) {
        this.next = first;
    }

    /** Waits for the next pause; returns false at once if that would go past the deadline. */
    boolean endsBefore(Instant deadline, Clock clock) {
        if (!clock.instant().plus(next).isBefore(deadline)) {
            return false;
        }
        try {
            Thread.sleep(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
        return true;
    }
}
