package dev.interlock.eventstream;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that goes round until it is told to stop. */
final class Worker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);

    Worker(String name, Runnable loop) {
        thread = Thread.ofPlatform().name(name).daemon().unstarted(loop);
    }

    void start() {
        thread.start();
    }

    boolean running() {
        return stop.getCount() > 0 && !Thread.currentThread().isInterrupted();
    }

    /** Returns early when told to stop. */
    void pause(Duration time) {
        try {
            if (stop.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("{} stops", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the round finish; interrupts it when it does not. */
    @Override
    public void close() {
        stop.countDown();
        try {
            if (!thread.join(GRACE)) {
                thread.interrupt();
                if (!thread.join(GRACE)) {
                    log.warn("{} does not stop", thread.getName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalThreadStateException e) {
            log.debug("{} was never started", thread.getName());
        }
    }
}
