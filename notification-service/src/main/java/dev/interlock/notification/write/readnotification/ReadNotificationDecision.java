package dev.interlock.notification.write.readnotification;

import dev.interlock.notification.domain.Decision;
import dev.interlock.notification.domain.Notification;
import dev.interlock.notification.domain.Refusal;
import dev.interlock.notification.events.NotificationRead;
import java.util.List;

final class ReadNotificationDecision {

    private ReadNotificationDecision() {}

    static Decision decide(Notification notification, ReadNotification c) {
        return switch (notification) {
            case Notification.Unread(var person) when person.equals(c.person()) ->
                    new Decision.Accepted(List.of(new NotificationRead(c.id(), person)));
            case Notification.Read(var person) when person.equals(c.person()) ->
                    new Decision.Redundant();
            case Notification.Unknown unknown -> noSuch(c);
            case Notification.Unread unread -> noSuch(c);
            case Notification.Read read -> noSuch(c);
        };
    }

    private static Decision noSuch(ReadNotification c) {
        return new Decision.Refused(new Refusal.NoSuchNotification(c.id()));
    }
}
