package dev.interlock.benchmarks.world;

import dev.interlock.benchmarks.Plan;
import dev.interlock.benchmarks.Section;
import dev.interlock.rules.projection.World;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Locale;
import java.util.function.Supplier;

/** What the heap holds after a full collection with a world in it, less what it held before. */
public final class HeapSection implements Section {

    private static final int VERSIONS = 1_000_000;
    private static final int REQUESTS = 100_000;
    private static final int PRODUCTS = 1_000;
    private static final int FLOOR = 384;
    private static final int GOAL = 128;
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public String title() {
        return "Heap of the rules engine's world";
    }

    @Override
    public String measure(Plan plan) {
        return """
               | world | of the floor | floor / goal | MiB |
               |---|---|---|---|
               """
                + row("1,000,000 versions", () -> new Estate().versions(VERSIONS, PRODUCTS).world())
                + row("100,000 DRs", () -> new Estate().requests(REQUESTS, PRODUCTS).world())
                + row(
                        "1,000,000 versions and 100,000 DRs",
                        () ->
                                new Estate()
                                        .versions(VERSIONS, PRODUCTS)
                                        .requests(REQUESTS, PRODUCTS)
                                        .world())
                + """

                  Of 1,000 products; each version is bound to a digest, each request has one item and one approval. Texts are decoded from JSON
                  one by one, as they come from Kafka. Of the floor, less is better.
                  """;
    }

    private static String row(String name, Supplier<World> making) {
        long before = used();
        var world = making.get();
        double mebibytes = (used() - before) / 1024.0 / 1024.0;
        if (world.environments().isEmpty()) {
            throw new IllegalStateException("no environments (expected: two)"); // keeps it alive
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %d / %d | %.0f |%n",
                name,
                mebibytes / FLOOR,
                FLOOR,
                GOAL,
                mebibytes);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
