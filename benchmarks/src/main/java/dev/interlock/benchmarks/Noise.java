package dev.interlock.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How steady the machine is: the same piece of arithmetic, timed again and again between the
 * measurements. Differences smaller than its spread mean nothing.
 */
public final class Noise {

    private static final int STEPS = 20_000_000;

    private final List<Double> millis = new ArrayList<>();
    private long sink;

    public Noise() {
        work();
    }

    public void sample() {
        long begun = System.nanoTime();
        work();
        millis.add((System.nanoTime() - begun) / 1e6);
    }

    private void work() {
        long x = sink | 1;
        for (int i = 0; i < STEPS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        sink = x;
    }

    /** For example {@code took 31.2 (30.9–34.0) ms}. */
    public String text() {
        return "The machine's noise: the same arithmetic took "
                + Spread.of(millis).text("%.1f")
                + " ms between the rounds.";
    }
}
