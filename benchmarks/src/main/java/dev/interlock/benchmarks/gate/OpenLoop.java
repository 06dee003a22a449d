package dev.interlock.benchmarks.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests that start at fixed times, whether or not earlier ones are answered; each is timed from
 * when it should have started, so a stall counts for all it delays.
 */
final class OpenLoop {

    private OpenLoop() {}

    static List<Double> millis(List<RawConnection> connections, int perSecond, Duration turn)
            throws Exception {
        long step = 1_000_000_000L / perSecond;
        long count = turn.toNanos() / step;
        long begun = System.nanoTime();
        AtomicLong next = new AtomicLong();
        List<Double> millis = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections.size())) {
            List<Future<List<Double>>> parts = new ArrayList<>();
            for (RawConnection connection : connections) {
                Callable<List<Double>> part = () -> part(connection, next, count, begun, step);
                parts.add(threads.submit(part));
            }
            for (Future<List<Double>> part : parts) {
                millis.addAll(part.get());
            }
        }
        return millis;
    }

    private static List<Double> part(
            RawConnection connection, AtomicLong next, long count, long begun, long step)
            throws Exception {
        List<Double> millis = new ArrayList<>();
        for (long i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            long due = begun + i * step;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            connection.exchange();
            millis.add((System.nanoTime() - due) / 1e6);
        }
        return millis;
    }
}
