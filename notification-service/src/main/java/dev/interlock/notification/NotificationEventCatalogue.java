package dev.interlock.notification;

import dev.interlock.contracts.Sources;
import dev.interlock.eventstore.EventCatalogue;
import dev.interlock.notification.events.NotificationQueued;
import dev.interlock.notification.events.NotificationRead;

/** The names this service's events are stored under: promises, never renamed. */
final class NotificationEventCatalogue {

    private NotificationEventCatalogue() {}

    static EventCatalogue create() {
        return EventCatalogue.of(Sources.NOTIFICATION)
                .add("notification.queued", 1, NotificationQueued.class)
                .add("notification.read", 1, NotificationRead.class)
                .build();
    }
}
