package dev.interlock.notification.write.queuenotification;

import dev.interlock.eventstore.Entities;
import dev.interlock.notification.domain.Notification;
import dev.interlock.notification.domain.NotificationId;
import dev.interlock.notification.events.NotificationEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class QueueNotificationHandler {

    private final Entities<Notification, NotificationEvent> notifications;

    QueueNotificationHandler(Entities<Notification, NotificationEvent> notifications) {
        this.notifications = notifications;
    }

    @CommandHandler
    void handle(QueueNotification c) {
        String id = NotificationId.of(c.because(), c.person());
        notifications.update(id, state -> QueueNotificationDecision.decide(state, id, c).events());
    }
}
