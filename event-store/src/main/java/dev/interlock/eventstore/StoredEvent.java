package dev.interlock.eventstore;

import java.time.Instant;

/**
 * One row of the event store, readable also when this build does not know its name.
 *
 * @param position place in the store; starts at 1, without gaps, in commit order
 * @param id unique, a UUID
 * @param sequence place in the stream of its entity; starts at 0
 * @param time when it was appended, in microseconds
 * @param name catalogue name, for example {@code dr.activated}
 * @param version of the payload's shape, starting at 1
 * @param payload one JSON object, as PostgreSQL prints it
 * @param metadata one JSON object, as PostgreSQL prints it; see {@link EventMetadata}
 * @param previousHash hash of the row before it, lower-case hex; 64 zeros for the first
 * @param hash SHA-256 over all of the above, lower-case hex
 */
public record StoredEvent(
        long position,
        String id,
        String entityType,
        String entityId,
        long sequence,
        Instant time,
        String name,
        int version,
        String payload,
        String metadata,
        String previousHash,
        String hash) {

    public EventMetadata by() {
        return EventJson.read(metadata, EventMetadata.class);
    }

    public Occurrence occurrence() {
        return new Occurrence(position, id, entityType, entityId, sequence, time, by());
    }
}
