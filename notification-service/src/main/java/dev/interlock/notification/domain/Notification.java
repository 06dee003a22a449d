package dev.interlock.notification.domain;

import dev.interlock.notification.events.NotificationEvent;
import dev.interlock.notification.events.NotificationQueued;
import dev.interlock.notification.events.NotificationRead;

/** One entry of one inbox. */
public sealed interface Notification {

    record Unknown() implements Notification {}

    record Unread(String person) implements Notification {}

    record Read(String person) implements Notification {}

    default Notification evolve(NotificationEvent event) {
        return switch (event) {
            case NotificationQueued e -> new Unread(e.person());
            case NotificationRead e -> new Read(e.person());
        };
    }
}
