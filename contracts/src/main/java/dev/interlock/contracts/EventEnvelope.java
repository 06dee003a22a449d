package dev.interlock.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One published event, the same on Kafka (CloudEvents binary mode) and on {@code GET
 * /internal/events} (one JSON object a line).
 *
 * @param source the service that owns the event, one of {@link Sources}
 * @param position the event's place in its source's event store; starts at 1, without gaps, in
 *     commit order
 * @param previousPosition the position published before it; 0 for the first
 * @param id unique within the source
 * @param type catalogue name, for example {@code dr.activated}
 * @param version major version of the payload, starting at 1
 * @param subject the entity the event is about, for example {@code DR-142}; also the record key
 * @param time when the event was appended, by the owner's clock
 * @param correlationId the request this event belongs to
 * @param causationId the event or command that caused it
 * @param authType {@code user}, {@code service_key} or {@code system}
 * @param authId opaque id of who acted; never a name or an address
 * @param actorKind {@code human}, {@code ci}, {@code agent} or {@code system}
 * @param channel through which it came: {@code api}, {@code ci}, {@code ui}, {@code mcp} or {@code
 *     system}
 * @param onBehalfOf opaque id of the person acted for
 * @param traceparent W3C trace context
 * @param chainHash lower-case hex SHA-256 that chains this event to the one before it in the event
 *     store
 * @param data the payload as one JSON object
 */
public record EventEnvelope(
        String source,
        long position,
        long previousPosition,
        String id,
        String type,
        int version,
        String subject,
        Instant time,
        @Nullable String correlationId,
        @Nullable String causationId,
        String authType,
        String authId,
        String actorKind,
        String channel,
        @Nullable String onBehalfOf,
        @Nullable String traceparent,
        String chainHash,
        String data) {}
