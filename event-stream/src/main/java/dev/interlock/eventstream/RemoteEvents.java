package dev.interlock.eventstream;

import dev.interlock.contracts.EventEnvelope;
import java.util.List;

/**
 * The published events of other services, read from their owners; throws when an owner cannot
 * answer.
 */
@FunctionalInterface
public interface RemoteEvents {

    /** At most {@code limit} events of the source after the position, in order. */
    List<EventEnvelope> after(String source, long position, int limit);
}
