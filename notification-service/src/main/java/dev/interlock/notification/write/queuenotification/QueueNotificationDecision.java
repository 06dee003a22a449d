package dev.interlock.notification.write.queuenotification;

import dev.interlock.notification.domain.Decision;
import dev.interlock.notification.domain.Notification;
import dev.interlock.notification.events.NotificationQueued;
import java.util.List;

final class QueueNotificationDecision {

    private QueueNotificationDecision() {}

    static Decision decide(Notification notification, String id, QueueNotification c) {
        return switch (notification) {
            case Notification.Unknown unknown ->
                    new Decision.Accepted(
                            List.of(
                                    new NotificationQueued(
                                            id,
                                            c.person(),
                                            c.kind(),
                                            c.subject(),
                                            c.because(),
                                            c.title(),
                                            c.text())));
            case Notification.Unread unread -> new Decision.Redundant();
            case Notification.Read read -> new Decision.Redundant();
        };
    }
}
