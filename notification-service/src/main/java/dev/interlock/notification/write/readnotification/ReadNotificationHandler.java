package dev.interlock.notification.write.readnotification;

import dev.interlock.eventstore.Entities;
import dev.interlock.notification.domain.Notification;
import dev.interlock.notification.events.NotificationEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class ReadNotificationHandler {

    private final Entities<Notification, NotificationEvent> notifications;

    ReadNotificationHandler(Entities<Notification, NotificationEvent> notifications) {
        this.notifications = notifications;
    }

    @CommandHandler
    void handle(ReadNotification c) {
        notifications.update(c.id(), state -> ReadNotificationDecision.decide(state, c).events());
    }
}
