package dev.interlock.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What it was measured on. */
final class Machine {

    private Machine() {}

    static String text() {
        Runtime runtime = Runtime.getRuntime();
        long memory =
                ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : runtime.maxMemory();
        return String.format(
                Locale.ROOT,
                "%d cores, %d GiB, %s %s, Java %s; everything on this one machine.",
                runtime.availableProcessors(),
                Math.round(memory / 1073741824.0),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
    }
}
