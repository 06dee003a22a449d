package dev.interlock.benchmarks;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How thoroughly to measure.
 *
 * @param home the checkout
 * @param rounds how often each contender has its turn
 * @param turn how long one turn takes
 * @param samples how many single measurements where single ones count
 */
public record Plan(Path home, int rounds, Duration turn, int samples) {

    static Plan thorough(Path home) {
        return new Plan(home, 7, Duration.ofSeconds(4), 1_000);
    }

    static Plan quick(Path home) {
        return new Plan(home, 3, Duration.ofSeconds(1), 100);
    }
}
