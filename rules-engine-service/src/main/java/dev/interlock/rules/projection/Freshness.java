package dev.interlock.rules.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How the projection knows how fresh it is. */
public interface Freshness {

    /** Sources the gate's facts come from. */
    List<String> sources();

    /** Until when the source's events are all known; {@link Instant#EPOCH} if never heard of. */
    Instant heardAt(String source);

    /** True once the projection has the position; false if not within the time. */
    boolean await(String source, long position, Duration atMost) throws InterruptedException;

    /**
     * The newest position in the owner's event store, asked for now.
     *
     * @throws RuntimeException if the owner does not answer in time
     */
    long head(String source, Duration atMost);
}
