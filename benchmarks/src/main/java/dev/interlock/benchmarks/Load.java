package dev.interlock.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed loop of some clients, each doing the next thing when the last is done. */
public final class Load {

    /** One thing to do; {@code client} counts from 0. */
    @FunctionalInterface
    public interface Work {
        void once(int client) throws Exception;
    }

    private Load() {}

    /** How much all clients together got done per second. */
    public static double perSecond(int clients, Duration turn, Work work)
            throws InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        long end = begun + turn.toNanos();
        long done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int client = i;
                Callable<Long> loop = () -> loop(client, end, work);
                counts.add(threads.submit(loop));
            }
            for (Future<Long> count : counts) {
                done += count.get();
            }
        }
        return done / ((System.nanoTime() - begun) / 1e9);
    }

    private static long loop(int client, long end, Work work) throws Exception {
        long count = 0;
        while (System.nanoTime() - end < 0) {
            work.once(client);
            count++;
        }
        return count;
    }
}
