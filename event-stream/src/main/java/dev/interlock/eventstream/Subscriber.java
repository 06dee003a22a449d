package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import dev.interlock.contracts.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Subscription} feeds: each event of each source once, in order per source, always
 * from the same thread.
 */
public interface Subscriber {

    /** The newest position handled before this process started; 0 = from the first event on. */
    long position(String source);

    /**
     * Handles one event. An exception is tried again: for ever when a database is away, else a few
     * times before the event is parked.
     *
     * @param message null for a type or version that this build does not know
     */
    void handle(EventEnvelope event, @Nullable Message message);

    /** The event cannot be handled, not even as its owner has it; its entity is in doubt. */
    void park(EventEnvelope event, String reason);
}
