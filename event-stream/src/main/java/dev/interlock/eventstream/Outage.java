package dev.interlock.eventstream;

import java.time.Duration;
import org.slf4j.Logger;

/** Says once that something is away, and once that it is back. */
final class Outage {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Logger log;
    private final String what;
    private boolean told;
    private long sinceNanos;
    private Duration pause = FIRST_PAUSE;

    Outage(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** Returns how long to wait before the next try. */
    Duration failed(Exception cause) {
        if (!told) {
            told = true;
            sinceNanos = System.nanoTime();
            log.warn("{}: interrupted, trying again until it works: {}", what, reason(cause));
        }
        log.debug("{}: failed", what, cause);
        Duration now = pause;
        pause =
                pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                        ? pause.multipliedBy(2)
                        : LONGEST_PAUSE;
        return now;
    }

    void over() {
        if (told) {
            log.info(
                    "{}: works again after {} ms",
                    what,
                    (System.nanoTime() - sinceNanos) / 1_000_000);
        }
        told = false;
        pause = FIRST_PAUSE;
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
