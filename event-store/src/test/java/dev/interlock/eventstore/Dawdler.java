package dev.interlock.eventstore;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A projection that, when asked to, sometimes dawdles or fails between the append and the commit:
 * the moment in which an event has its position but is not yet visible.
 */
final class Dawdler implements InlineProjection {

    private volatile boolean active;
    private final AtomicLong rolledBack = new AtomicLong();

    void start() {
        active = true;
    }

    long rolledBack() {
        return rolledBack.get();
    }

    @Override
    public String name() {
        return "dawdler";
    }

    @Override
    public void apply(Occurrence occurrence, Object event) {
        if (!active) {
            return;
        }
        int chance = ThreadLocalRandom.current().nextInt(1_000);
        if (chance < 5) {
            LockSupport.parkNanos(3_000_000);
        } else if (chance < 25) {
            rolledBack.incrementAndGet();
            throw new GivenUp();
        }
    }

    @Override
    public void clear() {}

    static final class GivenUp extends RuntimeException {

        GivenUp() {
            super("rolled back on purpose", null, false, false);
        }
    }
}
