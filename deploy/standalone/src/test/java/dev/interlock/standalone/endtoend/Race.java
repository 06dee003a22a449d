package dev.interlock.standalone.endtoend;

import dev.interlock.standalone.endtoend.Client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Two callers who do something to one deployment request at the same time, many times over. */
final class Race {

    private static final int AT_ONCE = 12;
    private static final long LIMIT_SECONDS = 300;

    /**
     * @param dr what they raced for
     */
    record Outcome(String dr, Answer first, Answer second) {

        /** The statuses, with the codes of refusals. */
        String kind() {
            return kind(first) + ", " + kind(second);
        }

        private static String kind(Answer answer) {
            return answer.status() + (answer.status() < 400 ? "" : " " + answer.at("/code"));
        }
    }

    private Race() {}

    /** Does something for each number, some of it at the same time; in the order of the numbers. */
    static <T> List<T> each(int count, IntFunction<T> work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < count; i++) {
                int number = i;
                running.add(pool.submit(() -> work.apply(number)));
            }
            var done = new ArrayList<T>();
            for (var one : running) {
                done.add(get(one));
            }
            return List.copyOf(done);
        }
    }

    /** Both set off at the same moment, from threads of their own. */
    static Outcome between(String dr, Callable<Answer> first, Callable<Answer> second) {
        var start = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = two.submit(() -> go(start, first));
            var other = two.submit(() -> go(start, second));
            return new Outcome(dr, get(one), get(other));
        }
    }

    private static Answer go(CyclicBarrier start, Callable<Answer> call) throws Exception {
        start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        return call.call();
    }

    private static <T> T get(Future<T> running) {
        try {
            return running.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
