package dev.interlock.eventstore;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes those who wait for new events, right after the commit, in this process only. Where another
 * replica may write, wait shortly and look again.
 */
public final class CommitSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private long newest;

    /** Tells that {@code position} is committed and visible. */
    void committed(long position) {
        lock.lock();
        try {
            newest = Math.max(newest, position);
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until this process has committed an event above {@code position}.
     *
     * @return false if the time passed without one
     */
    public boolean await(long position, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (newest <= position) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = committed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
