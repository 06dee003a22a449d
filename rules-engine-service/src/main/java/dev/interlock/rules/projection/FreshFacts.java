package dev.interlock.rules.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Hands out the world only when it is proven to be fresh enough. */
@Component
public final class FreshFacts implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(10);

    private final Freshness freshness;
    private final LiveWorld live;
    private final Clock clock;
    private final Duration bound;
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

    FreshFacts(Freshness freshness, LiveWorld live, Clock clock, GateProperties properties) {
        this.freshness = freshness;
        this.live = live;
        this.clock = clock;
        this.bound = properties.freshness();
    }

    /**
     * At least as new as the given positions, and every source heard of within the bound.
     *
     * @throws Undecidable if that is not so within the bound
     */
    public World atLeast(Map<String, Long> positions) throws InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        catchUp(positions, deadline);
        for (var source : freshness.sources()) {
            hear(source, deadline);
        }
        return live.world();
    }

    /**
     * At least as new as the given positions, and knowing all that was recorded until an instant.
     *
     * @throws Undecidable if that is not so within the bound
     */
    public World knowing(Instant until, Map<String, Long> positions) throws InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        catchUp(positions, deadline);
        for (var source : freshness.sources()) {
            await(source, () -> freshness.heardAt(source).isBefore(until), deadline);
        }
        return live.world();
    }

    private void hear(String source, long deadline) throws InterruptedException {
        await(
                source,
                () -> freshness.heardAt(source).plus(bound).isBefore(clock.instant()),
                deadline);
    }

    private void await(String source, BooleanSupplier silent, long deadline)
            throws InterruptedException {
        while (silent.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                throw new Undecidable(
                        "silence", "nothing was heard of %s for %s".formatted(source, text(bound)));
            }
            TimeUnit.NANOSECONDS.sleep(STEP.toNanos());
        }
    }

    /**
     * As new as the owners' heads are when this is called.
     *
     * @throws Undecidable if that is not so within the time
     */
    public World strong(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        Map<String, Future<Long>> heads = new LinkedHashMap<>();
        for (var source : freshness.sources()) {
            heads.put(source, asking.submit(() -> freshness.head(source, atMost)));
        }
        for (var head : heads.entrySet()) {
            long position = get(head.getKey(), head.getValue(), deadline);
            if (live.world().position(head.getKey()) < position) {
                catchUp(head.getKey(), position, deadline);
            }
        }
        return live.world();
    }

    private static long get(String source, Future<Long> head, long deadline)
            throws InterruptedException {
        try {
            return head.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            head.cancel(true);
            throw new Undecidable("owner", "the owner of " + source + " does not tell its head");
        }
    }

    private void catchUp(Map<String, Long> positions, long deadline) throws InterruptedException {
        for (var source : freshness.sources()) {
            Long position = positions.get(source);
            if (position != null && live.world().position(source) < position) {
                catchUp(source, position, deadline);
            }
        }
    }

    private void catchUp(String source, long position, long deadline) throws InterruptedException {
        var left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        if (!freshness.await(source, position, left)) {
            throw new Undecidable(
                    "behind",
                    "%s is known up to %d only (expected: >= %d)"
                            .formatted(source, live.world().position(source), position));
        }
    }

    private static String text(Duration duration) {
        return duration.toMillis() + " ms";
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
