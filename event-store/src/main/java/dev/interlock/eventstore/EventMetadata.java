package dev.interlock.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * Who did it, and through what; goes with the command and is stored with each of its events.
 *
 * @param authType {@code user}, {@code service_key} or {@code system}
 * @param authId opaque id of who acted; never a name or an address
 * @param actorKind {@code human}, {@code ci}, {@code agent} or {@code system}
 * @param channel {@code api}, {@code ci}, {@code ui}, {@code mcp} or {@code system}
 * @param onBehalfOf opaque id of the person acted for
 * @param correlationId the request this belongs to
 * @param causationId the event or command that caused it
 * @param traceparent W3C trace context
 */
public record EventMetadata(
        String authType,
        String authId,
        String actorKind,
        String channel,
        @Nullable String onBehalfOf,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {

    /** The service itself, because of an event. */
    public static EventMetadata system(String service, Occurrence because) {
        return new EventMetadata(
                "system",
                "service:" + service,
                "system",
                "system",
                null,
                because.metadata().correlationId(),
                because.id(),
                because.metadata().traceparent());
    }

    /** The service itself, on its own account, for example at its first start. */
    public static EventMetadata system(String service) {
        return new EventMetadata(
                "system", "service:" + service, "system", "system", null, null, null, null);
    }
}
