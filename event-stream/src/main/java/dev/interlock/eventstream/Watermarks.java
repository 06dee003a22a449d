package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The progress of each source, and a place to wait for it. */
final class Watermarks {

    private final Map<String, SourceProgress> progress = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private int waiting;

    Watermarks(List<String> sources) {
        sources.forEach(s -> progress.put(s, new SourceProgress(0)));
    }

    SourceProgress of(String source) {
        SourceProgress found = progress.get(source);
        if (found == null) {
            throw new IllegalArgumentException(
                    "source: " + source + " (expected: one of " + progress.keySet() + ")");
        }
        return found;
    }

    void start(String source, long position) {
        progress.put(source, new SourceProgress(position));
    }

    boolean recovering() {
        return progress.values().stream().anyMatch(SourceProgress::recovering);
    }

    void advance(EventEnvelope event) {
        lock.lock();
        try {
            of(event.source()).advance(event);
            if (waiting > 0) {
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean await(String source, long position, Duration atMost) throws InterruptedException {
        if (of(source).position() >= position) {
            return true;
        }
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        waiting++;
        try {
            while (of(source).position() < position) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } finally {
            waiting--;
            lock.unlock();
        }
    }
}
