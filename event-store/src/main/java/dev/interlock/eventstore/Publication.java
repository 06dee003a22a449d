package dev.interlock.eventstore;

import java.util.Optional;

/**
 * What a service tells others of its events: its own event in, a message out. Pure; the same event
 * always gives the same message.
 */
@FunctionalInterface
public interface Publication {

    /**
     * @param type of {@link dev.interlock.contracts.MessageCatalogue}
     * @param version of the message's shape
     * @param subject the entity the event is about; also the record key
     * @param data the message as one JSON object
     */
    record Published(String type, int version, String subject, String data) {}

    /** Empty for an event that stays inside the service. */
    Optional<Published> of(StoredEvent event);
}
