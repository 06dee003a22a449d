package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** The published events of one event store, as a {@link Relay} reads them: committed ones only. */
public interface CommittedEvents {

    /** At most {@code limit} events after the position, in order. */
    List<EventEnvelope> after(long position, int limit);

    /** Returns early when something newer than the position is committed by this process. */
    void await(long position, Duration atMost) throws InterruptedException;

    /** The newest published position; 0 for an empty store. */
    long head();

    /** See {@link CommittedEvents#after}. */
    @FunctionalInterface
    interface After {
        List<EventEnvelope> after(long position, int limit);
    }

    /** See {@link CommittedEvents#await}. */
    @FunctionalInterface
    interface Await {
        void await(long position, Duration atMost) throws InterruptedException;
    }

    static CommittedEvents of(After after, Await await, LongSupplier head) {
        return new CommittedEvents() {
            @Override
            public List<EventEnvelope> after(long position, int limit) {
                return after.after(position, limit);
            }

            @Override
            public void await(long position, Duration atMost) throws InterruptedException {
                await.await(position, atMost);
            }

            @Override
            public long head() {
                return head.getAsLong();
            }
        };
    }
}
