package dev.interlock.rules.read.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on record.
 *
 * @param sourceHash the owner's hash chain at this event
 * @param envelope the whole event, as its owner writes it on {@code GET /internal/events}
 */
public record AuditRecord(
        String source,
        long position,
        long previousPosition,
        String eventId,
        String type,
        int version,
        String subject,
        Instant time,
        String authType,
        String actor,
        String actorKind,
        String channel,
        @Nullable String onBehalfOf,
        @Nullable String correlationId,
        @Nullable String causationId,
        String sourceHash,
        String envelope) {}
