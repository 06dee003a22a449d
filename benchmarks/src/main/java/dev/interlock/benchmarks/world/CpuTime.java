package dev.interlock.benchmarks.world;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** Counts by the processor time of one thread, which other work on the machine disturbs little. */
final class CpuTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BATCH = 100;

    private CpuTime() {}

    /** How often it is done in a second of this thread's processor time. */
    static double perSecond(Duration turn, Runnable work) {
        long begun = THREADS.getCurrentThreadCpuTime();
        long done = 0;
        long spent;
        do {
            for (int i = 0; i < BATCH; i++) {
                work.run();
            }
            done += BATCH;
            spent = THREADS.getCurrentThreadCpuTime() - begun;
        } while (spent < turn.toNanos());
        return done * 1e9 / spent;
    }
}
