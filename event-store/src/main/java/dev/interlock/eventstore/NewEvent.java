package dev.interlock.eventstore;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/** An event as the database function {@code append_events} takes it. */
record NewEvent(
        String id,
        String entityType,
        String entityId,
        long sequence,
        Instant time,
        String name,
        int version,
        @JsonRawValue String payload,
        EventMetadata metadata) {

    Occurrence at(long position) {
        return new Occurrence(position, id, entityType, entityId, sequence, time, metadata);
    }
}
