package dev.interlock.eventstore;

import java.time.Instant;

/**
 * All that is known of an event besides what it says.
 *
 * @param position place in the store; starts at 1, without gaps, in commit order
 * @param id unique, a UUID
 * @param sequence place in the stream of its entity; starts at 0
 * @param time when it was appended, in microseconds
 */
public record Occurrence(
        long position,
        String id,
        String entityType,
        String entityId,
        long sequence,
        Instant time,
        EventMetadata metadata) {}
